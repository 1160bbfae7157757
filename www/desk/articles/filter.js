/**
 * Which articles the list shows.
 *
 * @typedef {import("../store/database.js").Row} Row
 * @typedef {"all"|"waiting"|"done"|"failed"|"corrected"} Kind
 */

import { foldForSearch } from "../../document/groups.js";

/** The texts of a row that are searched. @type {WeakMap<Row, string>} */
const folded = new WeakMap();

/** @param {Row} row */
function foldedOf(row) {
  const known = folded.get(row);
  if (known !== undefined) return known;
  const made = foldForSearch(`${row.title} ${row.source}`);
  folded.set(row, made);
  return made;
}

/**
 * @param {readonly Row[]} rows
 * @param {string} query words in the title or the source
 * @param {Kind} kind
 * @returns {readonly Row[]}
 */
export function listed(rows, query, kind) {
  const words = foldForSearch(query);
  return rows.filter(
    (row) =>
      (kind === "all" || (kind === "corrected" ? row.corrected : row.state === kind)) &&
      (words === "" || foldedOf(row).includes(words)),
  );
}
