/**
 * Checks whether a value from outside is a valid document for a text.
 *
 * @typedef {(value: any) => boolean} Check
 */

import { familyOf } from "../document/families.js";

/** @type {Check} */
const text = (value) => typeof value === "string";
/** @type {Check} */
const number = (value) => typeof value === "number" && Number.isFinite(value);
/** @type {(check: Check) => Check} */
const orNull = (check) => (value) => value === null || check(value);
/** @type {(check: Check) => Check} */
const maybe = (check) => (value) => value === undefined || check(value);
/** @type {(...words: string[]) => Check} */
const oneOf =
  (...words) =>
  (value) =>
    words.includes(value);
/** @type {(check: Check) => Check} */
const listOf = (check) => (value) => Array.isArray(value) && value.every(check);
/** @type {(fields: Record<string, Check>) => Check} */
const record = (fields) => (value) =>
  typeof value === "object" && value !== null && Object.entries(fields).every(([name, check]) => check(value[name]));

/**
 * @param {unknown} value
 * @param {string} about
 * @returns {value is import("../document/types.js").NewsDocument}
 */
export function isDocument(value, about) {
  if (!record({ entities: Array.isArray, chains: Array.isArray, quotes: Array.isArray })(value)) return false;
  const document = /** @type {Record<string, any[]>} */ (value);

  /** @type {(start: unknown, end: unknown) => boolean} */
  const placed = (start, end) =>
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= Number(start) &&
    Number(start) < Number(end) &&
    Number(end) <= about.length;
  /** @type {Check} */
  const range = (value) => Array.isArray(value) && value.length === 2 && placed(value[0], value[1]);
  /** @type {Check} */
  const stretch = (value) => record({})(value) && placed(value.start, value.end);
  /** An id is the index in its list. @type {(value: any, index: number) => boolean} */
  const counted = (value, index) => value?.id === index;
  /** @type {Check} */
  const chain = orNull((value) => Number.isInteger(value) && value >= 0 && value < document.chains.length);
  /** @type {Check} */
  const type = (value) => familyOf(value) !== undefined;

  const by = maybe(oneOf("you"));
  const kind = oneOf("name", "nominal", "pronoun");

  const entity = record({ type, text, chain, confidence: number, by });
  const person = record({
    type,
    name: text,
    related: maybe(chain),
    by,
    titles: listOf((title) => stretch(title) && text(title.text)),
    mentions: listOf((mention) => stretch(mention) && kind(mention.kind)),
  });
  const quote = record({
    type: oneOf("direct", "indirect", "mixed"),
    by,
    content: listOf(range),
    quoted: listOf(range),
    cue: listOf(range),
    speaker: listOf(range),
    speaker_name: orNull(text),
    speaker_chain: chain,
    confidence: number,
    why: text,
  });
  return (
    document.entities.every((one, index) => counted(one, index) && stretch(one) && entity(one)) &&
    document.chains.every((one, index) => counted(one, index) && person(one)) &&
    document.quotes.every((one, index) => counted(one, index) && one.content?.length > 0 && quote(one)) &&
    [document.quoted_terms, document.sentences].every(listOf(range))
  );
}
