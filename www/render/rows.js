/**
 * The rows of the panel: names by chain, quotations by speaker.
 *
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Quote} Quote
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/groups.js").Entry} Entry
 *
 * @typedef {Object} Actions
 * @property {(range: Range) => void} jump
 * @property {(target: Target|null) => void} point
 * @property {(target: Target) => void} pin
 */

import { familyOf, typeLabel } from "../document/families.js";
import { grouped } from "../document/groups.js";
import { bySpeaker } from "../document/speakers.js";
import { counted } from "../document/words.js";
import { button, element } from "./dom.js";

/** A row that stands for something in the text. @type {WeakMap<Element, Target>} */
const targets = new WeakMap();

/** @param {Element} row */
export const targetOfRow = (row) => targets.get(row) ?? null;

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function nameLists(text, document, actions) {
  return grouped(text, document).map(({ family, entries }) => {
    const list = element("ul", "entries", ...entries.map((entry) => nameRow(entry, actions)));
    const summary = element("summary", "", element("span", "", family.label), count(entries.length));
    const group = element("details", `group ${family.id}`, summary, list);
    group.dataset.family = family.id;
    group.open = family.id !== "time" && family.id !== "number";
    return group;
  });
}

/**
 * @param {Entry} entry
 * @param {Actions} actions
 */
function nameRow(entry, actions) {
  let next = 0;
  const position = element("span", "position");
  const row = button("entry", "", () => {
    actions.pin(entry.target);
    actions.jump(entry.places[next]);
    if (entry.places.length > 1) position.textContent = `${next + 1} of ${entry.places.length}`;
    next = (next + 1) % entry.places.length;
  });
  const name = element("span", `name ${familyOf(entry.type).id}`, entry.name);
  name.dir = "auto";
  row.append(element("span", "entry-head", name, position, counts(entry)));
  if (familyOf(entry.type).types.length > 1) name.title = typeLabel(entry.type);
  if (entry.titles.length) row.append(element("span", "titles", entry.titles.join(" · ")));
  if (entry.variants.length) row.append(element("span", "variants", `also ${entry.variants.join(", ")}`));
  return pointing(row, entry.target, actions);
}

/** @param {Entry} entry */
function counts({ places, quotes }) {
  const parts = [];
  if (quotes) parts.push(counted(quotes, "quotation"));
  parts.push(counted(places.length, "mention"));
  const short = element("span", "counts", quotes ? element("span", "said-count", `${quotes} ❝`) : "", `${places.length} ×`);
  short.ariaHidden = "true";
  const all = element("span", "counts-said", element("span", "for-ears", `, ${parts.join(", ")}`), short);
  all.title = parts.join(", ");
  return all;
}

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {(quote: Quote) => boolean} shown
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function quoteLists(text, document, shown, actions) {
  const quotes = document.quotes.filter(shown);
  if (quotes.length === 0) {
    return [element("p", "none", document.quotes.length ? "The quotations found are not shown." : "No quotations found.")];
  }
  return bySpeaker(text, quotes).map((speaker) => {
    const heading = element("h3", "speaker-name");
    const name = element("span", "", speaker.name ?? "Nobody is named as the speaker");
    name.dir = "auto";
    heading.append(name, count(speaker.quotes.length));
    const group = element("section", `speaker${speaker.name === null ? " nobody" : ""}`, heading);
    const titles = speaker.chain === null ? [] : document.chains[speaker.chain].titles;
    if (titles.length) group.append(element("p", "titles", titles[0].text));
    group.append(element("ul", "entries", ...speaker.quotes.map((quote) => quoteRow(text, quote, actions))));
    return group;
  });
}

/**
 * @param {string} text
 * @param {Quote} quote
 * @param {Actions} actions
 */
function quoteRow(text, quote, actions) {
  const words = quote.content.map(([start, end]) => text.slice(start, end).trim()).join(" … ");
  const said = element("span", "words", words);
  said.dir = "auto";
  /** @type {Target} */
  const target = { kind: "quote", id: quote.id };
  const row = button(`entry quote-entry ${quote.type}`, "", () => {
    actions.pin(target);
    actions.jump(quote.content[0]);
  });
  row.append(said, element("span", "kind", quote.type));
  return pointing(row, target, actions);
}

/**
 * @param {HTMLElement} row
 * @param {Target} target
 * @param {Actions} actions
 */
function pointing(row, target, actions) {
  targets.set(row, target);
  // Not pointerenter: a row that is scrolled under a pointer at rest is not pointed at.
  row.addEventListener("pointermove", () => actions.point(target));
  row.addEventListener("pointerleave", () => actions.point(null));
  row.addEventListener("focus", () => actions.point(target));
  row.addEventListener("blur", () => actions.point(null));
  return element("li", "", row);
}

/** @param {number} number */
const count = (number) => element("span", "count", String(number));
