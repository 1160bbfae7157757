/**
 * Quotations with their speaker and their source, to be pasted into another text: as plain text and as rich text.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Quote} Quote
 * @typedef {"line"|"note"|"brackets"|"own"} StyleId
 */

import { quoteWords, speakerName } from "./speakers.js";
import { titleOf } from "./title.js";

/**
 * The styles of reference. A word in braces is replaced; square brackets are left out with everything in them if one of
 * the words in them is not known.
 * @type {{id: StyleId, label: string, pattern: string}[]}
 */
export const STYLES = [
  {
    id: "line",
    label: "“Words” – Speaker, Title, Date",
    pattern: "{words}[ – {speaker}][, {role}][, {title}][, {site}][, {date}]",
  },
  {
    id: "note",
    label: "“Words” Speaker, quoted in …",
    pattern: "{words}[ {speaker},] quoted in [{byline}, ]“{title}”[, {site}][, {date}][, {url}].",
  },
  {
    id: "brackets",
    label: "“Words” (Speaker, quoted in …)",
    pattern: "{words} ([{speaker}, ]quoted in {title}[, {date}])",
  },
  { id: "own", label: "Own pattern", pattern: "" },
];

/** The words that a pattern may have in braces. */
export const FIELDS = /** @type {const} */ (["words", "speaker", "role", "title", "byline", "date", "site", "url"]);

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Quote} quote
 * @returns {Record<string, string>}
 */
function fieldsOf(text, document, quote) {
  const { title, byline, date, site, url } = document.metadata ?? {};
  const chain = quote.speaker_chain === null ? null : document.chains[quote.speaker_chain];
  return {
    words: quoteWords(text, quote).replace(/\s+/g, " "),
    speaker: speakerName(text, document, quote) ?? "",
    role: chain?.titles[0]?.text ?? "",
    title: title || titleOf(text),
    byline: byline ?? "",
    date: date ?? "",
    site: site ?? "",
    url: url ?? "",
  };
}

/**
 * @param {string} pattern
 * @param {Record<string, string>} fields
 * @param {(name: string, value: string) => string} write
 */
function filled(pattern, fields, write) {
  const field = /\{(\w+)\}/g;
  const known = (/** @type {string} */ part) =>
    [...part.matchAll(field)].every(([, name]) => !(name in fields) || fields[name] !== "");
  return pattern
    .replace(/\[([^[\]]*)\]/g, (_, part) => (known(part) ? part : ""))
    .replace(field, (whole, name) => (name in fields ? write(name, fields[name]) : whole));
}

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (one) => ENTITIES[one]);

/** @type {Record<string, (value: string) => string>} */
const RICH = {
  speaker: (value) => `<strong>${value}</strong>`,
  title: (value) => `<cite>${value}</cite>`,
  url: (value) => (/^https?:/.test(value) ? `<a href="${value}">${value}</a>` : value),
};

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Quote[]} quotes
 * @param {string} pattern
 * @returns {{plain: string, rich: string}} one paragraph for each quotation
 */
export function cited(text, document, quotes, pattern) {
  const all = quotes.map((quote) => fieldsOf(text, document, quote));
  return {
    plain: all.map((fields) => filled(pattern, fields, (_, value) => value)).join("\n\n"),
    rich: all
      .map((fields) => {
        const inner = filled(escaped(pattern), fields, (name, value) => RICH[name]?.(escaped(value)) ?? escaped(value));
        return `<p>${inner}</p>`;
      })
      .join("\n"),
  };
}
