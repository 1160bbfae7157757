/**
 * What an article dates, in the order of time.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Entity} Entity
 * @typedef {import("../document/types.js").Range} Range
 *
 * @typedef {Object} DatedStatement
 * @property {Entity} entity
 * @property {string} earliest the first day that the date can mean
 * @property {string} latest
 * @property {string} when the date in words
 * @property {string} sentence
 */

import { csv } from "../document/csv.js";
import { timeText } from "../document/value.js";

/** @type {(text: string, document: NewsDocument) => DatedStatement[]} */
export function datedStatements(text, { entities, sentences }) {
  /** @type {DatedStatement[]} */
  const found = [];
  for (const entity of entities) {
    const { value } = entity;
    if (!value || !("timex" in value)) continue;
    const day = value.earliest ?? value.latest;
    if (day === undefined) continue;
    const range = sentences.find(([start, end]) => start <= entity.start && entity.start < end);
    const sentence = range ? text.slice(...range).replace(/\s+/g, " ") : entity.text;
    found.push({ entity, earliest: day, latest: value.latest ?? day, when: timeText(value), sentence });
  }
  return found.sort(
    (a, b) => compare(a.earliest, b.earliest) || compare(a.latest, b.latest) || a.entity.start - b.entity.start,
  );
}

/** Whether a date is known in part only, because the day of publication is not. @param {NewsDocument} document */
export const needsDay = ({ entities }) =>
  entities.some(({ value }) => value && "timex" in value && value.timex !== "SET" && value.value.startsWith("XXXX"));

/** The statements as a table. @param {DatedStatement[]} statements */
export function table(statements) {
  const rows = statements.map(({ entity, earliest, latest, when, sentence }) => [
    earliest,
    latest,
    when,
    entity.text,
    sentence,
  ]);
  return csv([["earliest", "latest", "date", "words", "sentence"], ...rows]);
}

/** @type {(a: string, b: string) => number} */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
