/**
 * A concordance: every place of a word with what stands around it (keyword in context).
 *
 * @typedef {import("./query.js").Query} Query
 *
 * @typedef {Object} Line
 * @property {number} article
 * @property {import("../../document/types.js").Range} place
 * @property {string} left what stands before it
 * @property {string} word
 * @property {string} right
 *
 * @typedef {Object} Concordance
 * @property {Line[]} lines not more than were asked for
 * @property {number} places how many there are
 * @property {number} articles how many articles they are in
 *
 * @typedef {import("./query.js").Searchable & {id: number}} SearchedText with the id of the article
 */

import { answers, found } from "./query.js";

/** How much of the text stands on each side, in UTF-16 units. */
const CONTEXT = 80;

/**
 * @param {Iterable<SearchedText>} texts
 * @param {Query} query
 * @param {number} most the greatest number of lines
 * @returns {Concordance}
 */
export function concordance(texts, query, most) {
  const result = { lines: /** @type {Line[]} */ ([]), places: 0, articles: 0 };
  for (const searched of texts) {
    if (!answers(searched, query)) continue;
    const { id, text } = searched;
    const places = found(searched, query);
    result.articles++;
    result.places += places.length;
    for (const place of places.slice(0, most - result.lines.length)) {
      const [start, end] = place;
      result.lines.push({
        article: id,
        place,
        left: inOneLine(text.slice(Math.max(0, start - CONTEXT), start)).trimStart(),
        word: inOneLine(text.slice(start, end)),
        right: inOneLine(text.slice(end, end + CONTEXT)).trimEnd(),
      });
    }
  }
  return result;
}

/** @param {string} text */
const inOneLine = (text) => text.replace(/\s+/g, " ");
