/**
 * Words found in the text, as a reader would look for them: letters in either case, any line break or
 * run of blanks for a blank, curly marks for straight ones.
 *
 * @typedef {import("./types.js").Range} Range
 */

/** What one key of a keyboard stands for in print. @type {Record<string, string>} */
const PRINTED = { "'": "['’‘ʼ]", '"': '["“”„«»]', "-": "[-‐‑–—]" };

/**
 * @param {string} text
 * @param {string} query
 * @returns {Range[]}
 */
export function found(text, query) {
  const words = query.trim();
  if (words === "") return [];
  const pattern = words.replace(/\s+|[\s\S]/gu, (one) =>
    /^\s/.test(one) ? "\\s+" : (PRINTED[one] ?? one.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&")),
  );
  return Array.from(text.matchAll(new RegExp(pattern, "giu")), ({ 0: words, index }) => [index, index + words.length]);
}

/**
 * The first of some ranges in order that begins at an offset or after it; none is their number.
 * @param {Range[]} ranges
 * @param {number} offset
 */
export function firstAtOrAfter(ranges, offset) {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle][0] >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
