/**
 * The worker of the search. It holds the texts of a collection and reads through all of them for every query, which takes
 * less time than a look at a clock (DESIGN.md). Requests come in as worker/requests.js sends them.
 *
 * @typedef {{id: number, add: {id: number, text: string}[]}} Add
 * @typedef {{id: number, typed: string, most: number}} Ask
 */

import { concordance } from "./concordance.js";
import { queryOf, searchable } from "./query.js";

/** @type {Map<number, import("./concordance.js").SearchedText>} */
const texts = new Map();

self.onmessage = ({ data }) => {
  const request = /** @type {Add|Ask} */ (data);
  self.postMessage({ id: request.id, answer: "add" in request ? add(request) : find(request) });
};

/** @param {Add} request */
function add({ add }) {
  for (const { id, text } of add) texts.set(id, { id, ...searchable(text) });
  return texts.size;
}

/** @param {Ask} request */
function find({ typed, most }) {
  const query = queryOf(typed);
  return query ? concordance(texts.values(), query, most) : { lines: [], places: 0, articles: 0 };
}
