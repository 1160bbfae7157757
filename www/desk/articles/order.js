/**
 * Which articles the list shows, and in which order.
 *
 * @typedef {import("../store/database.js").Row} Row
 * @typedef {"title"|"date"|"source"|"words"|"people"|"quotations"} Column
 * @typedef {{column: Column|null, isDescending: boolean}} Order `column` is null for the order in which they were added
 * @typedef {"all"|"waiting"|"done"|"failed"|"corrected"} Kind
 */

import { foldForSearch } from "../../document/groups.js";

/** The texts of a row that are searched and sorted by. @type {WeakMap<Row, Record<"title"|"source", string>>} */
const folded = new WeakMap();

/** @param {Row} row */
function foldedOf(row) {
  const known = folded.get(row);
  if (known) return known;
  const made = { title: foldForSearch(row.title), source: foldForSearch(row.source) };
  folded.set(row, made);
  return made;
}

/**
 * @param {readonly Row[]} rows
 * @param {string} query words in the title or the source
 * @param {Kind} kind
 * @param {Order} order
 */
export function listed(rows, query, kind, { column, isDescending }) {
  const words = foldForSearch(query);
  const isListed = (/** @type {Row} */ row) =>
    (kind === "all" || (kind === "corrected" ? row.corrected : row.state === kind)) &&
    (words === "" || foldedOf(row).title.includes(words) || foldedOf(row).source.includes(words));
  const found = words === "" && kind === "all" ? [...rows] : rows.filter(isListed);
  if (column === null) return isDescending ? found.reverse() : found;
  const key = KEYS[column];
  const sign = isDescending ? -1 : 1;
  return found.sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    // What is not known comes last in either order.
    if (one === "" || other === "") return one === other ? a.id - b.id : one === "" ? 1 : -1;
    return one === other ? a.id - b.id : one < other ? -sign : sign;
  });
}

/** @type {Record<Column, (row: Row) => string|number>} */
const KEYS = {
  title: (row) => foldedOf(row).title,
  source: (row) => foldedOf(row).source,
  date: (row) => row.date,
  words: (row) => row.words,
  people: (row) => (row.state === "done" ? row.people : ""),
  quotations: (row) => (row.state === "done" ? row.quotations : ""),
};
