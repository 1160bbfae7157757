/**
 * Ranges of text.
 *
 * @typedef {import("./types.js").Range} Range
 */

/** @type {(a: Range, b: Range) => boolean} */
export const overlap = (a, b) => a[0] < b[1] && b[0] < a[1];

/** @type {(a: Range, b: Range) => boolean} */
export const sameRange = (a, b) => a[0] === b[0] && a[1] === b[1];

/**
 * A range without the white space at its ends; null where nothing is left.
 * @param {string} text
 * @param {Range} range
 * @returns {Range|null}
 */
export function trimmed(text, [start, end]) {
  const words = text.slice(start, end);
  const left = words.length - words.trimStart().length;
  const length = words.trim().length;
  return length === 0 ? null : [start + left, start + left + length];
}
