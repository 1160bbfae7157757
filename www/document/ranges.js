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
 * From the first to the last character of a quotation.
 * @param {{content: Range[]}} quote
 * @returns {Range}
 */
export const extentOf = ({ content }) => [content[0][0], content[content.length - 1][1]];

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

/** Letters and digits of scripts that put spaces between words. */
const IN_WORD = /(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}])[\p{L}\p{M}\p{N}]/u;

/**
 * A range that begins and ends where words do. What stands before or after an apostrophe or a hyphen is a word here:
 * "Lund" in "Lund’s" can be selected.
 * @type {(text: string, range: Range) => Range}
 */
export function wholeWords(text, [start, end]) {
  const isInWord = (/** @type {number} */ at) => IN_WORD.test(text[at - 1] ?? "") && IN_WORD.test(text[at] ?? "");
  while (isInWord(start)) start--;
  while (isInWord(end)) end++;
  return [start, end];
}
