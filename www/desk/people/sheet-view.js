/** Shows the sheet of a person, and what a reader can decide about it. */

import { formatNumber, plural } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { download } from "../../export/download.js";
import { copy } from "../../page/clipboard.js";
import { growingList } from "../../panel/long-list.js";
import { articleText } from "../../panel/rows.js";
import { quotationItem } from "../quotations/item.js";
import { folded } from "./name.js";
import { copied, countsOf, origin, page, sheetOf, table } from "./sheet.js";

/** How many of a long list are shown at first. */
const AT_ONCE = 20;
/** How many people a search for another person offers. */
const OFFERED = 8;

/**
 * @typedef {import("../gathered.js").Gathered} Gathered
 * @typedef {import("./merge.js").Person} Person
 *
 * @typedef {Object} Actions
 * @property {import("../types.js").Desk["open"]} open
 * @property {() => void} back
 * @property {(decision: import("./decisions.js").Decision) => void} decide
 * @property {(words: string) => void} say
 */

/**
 * @param {Gathered} gathered
 * @param {Person} person
 * @param {Actions} actions
 */
export function sheetView(gathered, person, { open, back, decide, say }) {
  const sheet = sheetOf(gathered, person);
  const heading = element("h3", "sheet-name", person.name);
  heading.tabIndex = -1;
  heading.dir = "auto";
  const view = element(
    "section",
    "sheet",
    button("subtle", "← All people", back),
    heading,
    person.titles.length ? articleText("sheet-titles", person.titles.join(" · ")) : "",
    person.otherNames.length ? articleText("aside", `also ${person.otherNames.join(", ")}`) : "",
    element("p", "sheet-counts", countsOf(person)),
    element(
      "div",
      "actions",
      button("", "Copy", async () =>
        say((await copy(copied(sheet))) ? "Copied." : "The browser does not allow copying."),
      ),
      button("", "Save as a web page", () => save(".html", "text/html", page(sheet))),
      button("", "Save as a table", () => save(".csv", "text/csv", table(sheet))),
    ),
    samePerson(),
    ...quotedBy(),
    ...quotations("What they said", sheet.said, false),
    ...quotations("What others say of them", sheet.spokenOf, true),
    ...articles(),
  );
  view.ariaLabel = person.name;
  return { view, heading };

  /** @param {string} extension @param {string} type @param {string} content */
  function save(extension, type, content) {
    const name = `${folded(person.name).replace(/[^\p{L}\p{N}]+/gu, "-") || "person"}${extension}`;
    download({ name, type, bytes: new TextEncoder().encode(content) });
    say(`Saved as ${name}.`);
  }

  /** Joins the person with another one that the reader finds. */
  function samePerson() {
    const input = element("input");
    input.type = "search";
    input.autocomplete = "off";
    const label = element("label", "", "Name ", input);
    const found = element("ul", "same-person-found");
    found.role = "list";
    input.addEventListener("input", () => {
      const sought = folded(input.value.trim());
      const alike =
        sought === "" ? [] : gathered.people.people.filter((other) => other !== person && isFound(other, sought));
      alike.sort((a, b) => b.mentions - a.mentions);
      found.replaceChildren(
        ...alike.slice(0, OFFERED).map((other) =>
          element(
            "li",
            "",
            button("", `Join with ${other.name}`, () =>
              decide({ kind: "same", references: [person.reference, other.reference] }),
            ),
            ` ${[other.titles[0], plural(other.articles, "article")].filter(Boolean).join(", ")}`,
          ),
        ),
      );
    });
    return element("details", "same-person", element("summary", "", "This is the same person as …"), label, found);
  }

  function quotedBy() {
    const named = sheet.quotedBy.filter(({ name }) => name !== "");
    if (named.length === 0) return [];
    const words = named.map(({ name, count }) => `${name} (${formatNumber(count)})`).join(", ");
    return [element("h4", "", "Who quotes them"), element("p", "", words)];
  }

  /** @param {string} title @param {Gathered["quotations"]} all @param {boolean} withSpeaker */
  function quotations(title, all, withSpeaker) {
    if (all.length === 0) return [];
    const list = growingList("said-list", all, AT_ONCE, "quotation", (one) =>
      quotationItem(one, open, withSpeaker ? (one.speaker ?? "Nobody named") : ""),
    );
    list.parts[0].role = "list";
    return [element("h4", "", `${title} (${formatNumber(all.length)})`), ...list.parts];
  }

  function articles() {
    const list = growingList("sheet-articles", sheet.articles, AT_ONCE, "article", ({ article, record }) => {
      const about = [
        record.written === person.name ? "" : `as “${record.written}”`,
        plural(record.mentions, "mention"),
      ];
      const item = element(
        "li",
        "",
        button("opens", origin(article) || `Article ${article.id + 1}`, () => open(article.id, record.place)),
        element("span", "aside", ` ${about.filter(Boolean).join(", ")} `),
      );
      if (sheet.articles.length > 1) {
        const apart = button("subtle", "Somebody else", () =>
          decide({ kind: "apart", references: [record.reference] }),
        );
        apart.ariaLabel = `Somebody else in “${article.title}”`;
        item.append(apart);
      }
      return item;
    });
    list.parts[0].role = "list";
    return [element("h4", "", `Articles (${formatNumber(sheet.articles.length)})`), ...list.parts];
  }
}

/** @param {Person} person @param {string} sought folded */
export const isFound = ({ name, otherNames, titles }, sought) =>
  [name, ...otherNames, ...titles].some((words) => folded(words).includes(sought));
