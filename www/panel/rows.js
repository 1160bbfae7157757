/**
 * The rows of the panel: names by chain, quotations by speaker. A WeakMap holds what each row stands for; the panel
 * listens to the events of all rows at once (panel.js).
 *
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Quote} Quote
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/groups.js").Entry} Entry
 * @typedef {import("../document/speakers.js").Speaker} Speaker
 * @typedef {{target: Target|null, ranges: Range[]}} RowData
 */

import { familyOf, typeLabel } from "../document/families.js";
import { quoteWords } from "../document/speakers.js";
import { plural } from "../document/words.js";
import { button, element } from "../dom.js";
import { UNATTRIBUTED } from "../generated/tables.js";

/** @type {WeakMap<Element, RowData>} */
const meanings = new WeakMap();

/** What a row stands for, and its ranges in the text. @param {Element} row */
export const rowData = (row) => meanings.get(row) ?? null;

/**
 * @template {Element} E
 * @param {E} row
 * @param {RowData} setRowData
 */
export function setRowData(row, setRowData) {
  meanings.set(row, setRowData);
  return row;
}

/** The speaker whose quotations alone a button shows. @type {WeakMap<Element, string|null>} */
const onlyOf = new WeakMap();
/** @type {WeakMap<Element, Quote[]>} */
const copiedBy = new WeakMap();

/** @param {Element} button @returns {{name: string|null}|null} */
export const onlyBy = (button) => (onlyOf.has(button) ? { name: onlyOf.get(button) ?? null } : null);
/** The quotations that a button copies. @param {Element} button */
export const quotesCopiedBy = (button) => copiedBy.get(button) ?? null;

/**
 * @template {Element} E
 * @param {E} button
 * @param {string|null} name
 */
export function setOnly(button, name) {
  onlyOf.set(button, name);
  return button;
}

/** @param {Entry} entry */
export function nameRow(entry) {
  const row = plainButton(entry.unnamed ? "entry unnamed" : "entry");
  const name = articleText(`name ${familyOf(entry.type).id}`, entry.name);
  if (familyOf(entry.type).types.length > 1) name.title = typeLabel(entry.type);
  row.append(element("span", "entry-head", name, element("span", "position"), counts(entry)));
  if (entry.unnamed) row.append(element("span", "aside", "not named"));
  if (entry.titles.length) row.append(articleText("aside", entry.titles.join(" · ")));
  if (entry.variants.length) row.append(articleText("aside", `also ${entry.variants.join(", ")}`));
  if (entry.related.length) {
    const what = entry.type === "NORP" ? "country" : "nationality";
    row.append(articleText("aside", `${what}: ${entry.related.join(", ")}`));
  }
  if (entry.yours) row.append(element("span", "aside yours", "changed by you"));
  setRowData(row, { target: entry.target, ranges: entry.ranges });
  return element("li", "", row);
}

/** @param {Entry} entry */
function counts({ ranges, quotes }) {
  const parts = [];
  if (quotes) parts.push(plural(quotes, "quotation"));
  parts.push(plural(ranges.length, "mention"));
  const short = element(
    "span",
    "counts",
    quotes ? element("span", "quote-count", `${quotes} ❝`) : "",
    `${ranges.length} ×`,
  );
  short.ariaHidden = "true";
  const all = element("span", "counts-spoken", element("span", "visually-hidden", `, ${parts.join(", ")}`), short);
  all.title = parts.join(", ");
  return all;
}

/**
 * @param {NewsDocument} document
 * @param {Speaker} speaker
 */
export function speakerHead(document, speaker) {
  const name = plainButton("speaker-only");
  name.append(articleText("", speaker.name ?? UNATTRIBUTED));
  name.title = "Show only what this speaker said, or everybody again";
  onlyOf.set(name, speaker.name);
  const copy = plainButton("speaker-copy");
  copy.textContent = "Copy";
  copy.ariaLabel = `Copy all quotations of ${speaker.name ?? "nobody named"}`;
  copiedBy.set(copy, speaker.quotes);
  const heading = element("h3", "speaker-name", name, copy, countBadge(speaker.quotes.length));
  const target = speaker.chain === null ? null : { kind: /** @type {const} */ ("chain"), id: speaker.chain };
  setRowData(heading, { target, ranges: [] });
  const titles = speaker.chain === null ? [] : document.chains[speaker.chain].titles;
  return titles.length ? [heading, element("p", "aside", titles[0].text)] : [heading];
}

/**
 * @param {string} text
 * @param {Quote} quote
 */
export function quoteRow(text, quote) {
  const row = plainButton(`entry quote-entry ${quoteClass(quote)}`);
  row.append(articleText("words", quoteWords(text, quote)), element("span", "aside kind", quote.type));
  if (quote.by === "you") row.append(element("span", "aside yours", "marked by you"));
  if (quote.note) row.append(articleText("aside note", `Note: ${quote.note}`));
  setRowData(row, { target: { kind: "quote", id: quote.id }, ranges: [quote.content[0]] });
  return element("li", "", row);
}

/** The classes of a quotation in a list: its type, and whether it is only a thought. @param {Pick<Quote, "type"|"medium">} quote */
export const quoteClass = ({ type, medium }) => (medium === "thought" ? `${type} thought` : type);

/** @param {string} className */
export const plainButton = (className) => button(className, "", () => {});

/**
 * An element with words of the article, in the direction of their script.
 * @param {string} className
 * @param {string} text
 */
export function articleText(className, text) {
  const made = element("span", className, text);
  made.dir = "auto";
  return made;
}

/** @param {number} number */
export const countBadge = (number) => element("span", "count", String(number));
