/**
 * What the printed page has besides the article: a legend above it, and after it who said what and who is named. It is
 * created for printing and removed afterwards, because on the screen the filters and the panel show the same.
 *
 * @typedef {import("../state/store.js").State} State
 */

import { FAMILIES } from "../document/families.js";
import { groupNames } from "../document/groups.js";
import { shownIn } from "../document/shown.js";
import { groupBySpeaker, quoteWords } from "../document/speakers.js";
import { plural } from "../document/words.js";
import { element, part } from "../dom.js";
import { NAMES_HEADING, QUOTE_MEDIA, QUOTE_TYPES, QUOTES_HEADING, UNATTRIBUTED } from "../generated/tables.js";
import { articleText, quoteClass } from "../panel/rows.js";
import { finishAll } from "../scheduling.js";

/** @param {() => State} current */
export function mountPrint(current) {
  addEventListener("beforeprint", () => {
    const state = current();
    if (!state.document || state.view !== "reading") return;
    finishAll();
    part("legend").replaceChildren(...legend(state));
    part("print-lists").replaceChildren(...lists(state));
  });
  addEventListener("afterprint", () => {
    part("legend").replaceChildren();
    part("print-lists").replaceChildren();
  });
}

/** Only what is highlighted in this article. @param {State} state */
function legend({ text, document, hidden, order }) {
  if (!document) return [];
  const shown = shownIn(document, hidden);
  const families = new Set(groupNames(text, document, shown, order).map(({ family }) => family));
  const types = new Set(shown.quotes.map(({ type }) => type));
  return [
    ...FAMILIES.filter((family) => families.has(family)).map(({ id, label }) => element("span", `sample ${id}`, label)),
    ...QUOTE_TYPES.filter(({ id }) => types.has(id)).map(({ id, label }) =>
      element("span", `sample ${id}`, `${label} quotation`),
    ),
    ...QUOTE_MEDIA.filter(({ id }) => id === "thought" && shown.quotes.some(({ medium }) => medium === id)).map(
      ({ id, label }) => element("span", `sample ${id}`, label),
    ),
  ];
}

/** @param {State} state */
function lists({ text, document, hidden, order }) {
  if (!document) return [];
  const shown = shownIn(document, hidden);
  const made = [];
  const speakers = groupBySpeaker(text, document, shown.quotes);
  if (speakers.length) made.push(element("h2", "", QUOTES_HEADING));
  for (const { name, chain, quotes, count } of speakers) {
    const titles = chain === null ? [] : document.chains[chain].titles;
    const heading = element("h3", "", articleText("", name ?? UNATTRIBUTED));
    const facts = [titles[0]?.text, plural(quotes.length, "quotation"), plural(count, "word")]
      .filter(Boolean)
      .join(", ");
    const said = quotes.map((quote) => element("li", quoteClass(quote), articleText("", quoteWords(text, quote))));
    made.push(heading, element("p", "facts", facts), element("ul", "", ...said));
  }
  const groups = groupNames(text, document, shown, order);
  if (groups.length) made.push(element("h2", "", NAMES_HEADING));
  for (const { family, entries } of groups) {
    const names = entries.map(({ name, titles, ranges }) =>
      element(
        "li",
        "",
        articleText(`name ${family.id}`, name),
        ` ${[titles[0], plural(ranges.length, "mention")].filter(Boolean).join(", ")}`,
      ),
    );
    made.push(element("h3", "", family.label), element("ul", "columns", ...names));
  }
  return made;
}
