/**
 * Whether something from a file is what it says: files come from anybody.
 *
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("./carry.js").Lost} Lost
 */

import { FAMILIES } from "../families.js";
import { placesOf } from "./places.js";

const TYPES = new Set(FAMILIES.flatMap(({ types }) => types));

/** @typedef {(value: unknown) => boolean} Check */

/** @type {(length: number) => Check} */
const rangeWithin = (length) => (value) =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every(Number.isInteger) &&
  0 <= value[0] &&
  value[0] < value[1] &&
  value[1] <= length;

/** @type {Check} */
const words = (value) => typeof value === "string" && value.trim() !== "";

/** @type {(check: Check) => Check} */
const maybe = (check) => (value) => value === undefined || check(value);

/** @type {(...checks: Check[]) => Check} */
const either =
  (...checks) =>
  (value) =>
    checks.some((check) => check(value));

/** @type {Check} */
const flag = (value) => value === true;

/** @type {Check} */
const nobody = (value) => value === null;

/** @type {(range: Check) => Record<string, Record<string, Check>>} */
const fieldsOf = (range) => ({
  mark: {
    at: range,
    type: (value) => TYPES.has(/** @type {never} */ (value)),
    was: maybe(range),
    everywhere: maybe(flag),
  },
  unmark: { at: range, everywhere: maybe(flag) },
  quote: { at: range, was: maybe(range) },
  unquote: { at: range },
  speaker: { at: range, who: either(range, words, nobody) },
  rename: { at: range, name: words },
  merge: { at: range, into: range },
  move: { at: range, to: either(range, nobody), everywhere: maybe(flag) },
});

/**
 * @param {unknown} value
 * @param {number} length of the text that it is about
 * @returns {value is Correction}
 */
export function isCorrection(value, length) {
  if (typeof value !== "object" || value === null) return false;
  const { do: what, ...rest } = /** @type {Record<string, unknown>} */ (value);
  const all = fieldsOf(rangeWithin(length));
  const fields = typeof what === "string" && Object.hasOwn(all, what) ? all[what] : null;
  return (
    fields !== null &&
    Object.keys(rest).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, check]) => check(rest[key]))
  );
}

/**
 * @param {unknown} value
 * @returns {value is Lost}
 */
export function isLost(value) {
  const { correction, passages } = /** @type {Record<string, unknown>} */ (Object(value));
  if (!isCorrection(correction, Infinity) || !Array.isArray(passages)) return false;
  const places = placesOf(correction);
  return (
    places.length === passages.length &&
    places.every(([, end], i) => typeof passages[i] === "string" && end <= passages[i].length)
  );
}

/**
 * The corrections of an article: those that hold, those that were undone, those that have lost their place.
 * @param {{corrections: unknown[], future: unknown[], lost: unknown[]}} all
 * @param {string} text the article
 */
export const areSound = ({ corrections, future, lost }, text) =>
  [...corrections, ...future].every((one) => isCorrection(one, text.length)) && lost.every(isLost);
