/**
 * Chooses quotations: by words, speaker, period, type, medium and cue.
 *
 * @typedef {import("../gathered.js").GatheredQuotation} GatheredQuotation
 * @typedef {import("../gathered.js").Gathered} Gathered
 *
 * @typedef {Object} Wanted everything that is empty does not count
 * @property {string} words a query (search/query.js)
 * @property {string} speaker part of a name
 * @property {string} from the first day, as YYYY-MM-DD
 * @property {string} to
 * @property {string} type
 * @property {string} medium
 * @property {string} cue part of the cue
 *
 * @typedef {GatheredQuotation & {said: string}} Row `said` is who said it, by the name that the person has everywhere
 */

import { folded } from "../people/name.js";
import { answers, queryOf, searchable } from "../search/query.js";

/** How many quotations are a step of the work. */
const STEP = 500;

/**
 * The quotations with the names of their speakers.
 * @param {Gathered} gathered
 * @returns {Row[]}
 */
export const rowsOf = ({ quotations, people }) =>
  quotations.map((quotation) => ({
    ...quotation,
    said: (quotation.by && people.byReference.get(quotation.by.reference)?.name) ?? quotation.speaker ?? "",
  }));

/**
 * @param {Row[]} rows
 * @param {Wanted} wanted
 * @returns {Generator<number, Row[]>}
 */
export function* filtered(rows, wanted) {
  const tests = testsOf(wanted);
  if (tests.length === 0) return rows;
  const found = [];
  for (const [i, row] of rows.entries()) {
    if (i % STEP === STEP - 1) yield STEP;
    if (tests.every((test) => test(row))) found.push(row);
  }
  return found;
}

/** @param {Wanted} wanted @returns {((row: Row) => boolean)[]} the quickest first */
function testsOf({ words, speaker, from, to, type, medium, cue }) {
  /** @type {((row: Row) => boolean)[]} */
  const tests = [];
  if (type) tests.push((row) => row.type === type);
  if (medium) tests.push((row) => row.medium === medium);
  if (from) tests.push(({ article }) => article.date >= from);
  // An article without a date is in no period.
  if (to) tests.push(({ article }) => article.date !== "" && article.date <= to);
  const reports = folded(cue.trim());
  if (reports) tests.push((row) => folded(row.cue).includes(reports));
  const name = folded(speaker.trim());
  if (name) tests.push(({ said, speaker }) => folded(said).includes(name) || folded(speaker ?? "").includes(name));
  const query = queryOf(words);
  if (query) tests.push((row) => answers(searchable(row.words), query));
  return tests;
}
