/**
 * Finds words in the text the way readers expect: ignoring case, with any whitespace for a space, and with curly
 * quotation marks for straight ones.
 *
 * @typedef {import("./types.js").Range} Range
 */

/** The printed characters that a key on the keyboard stands for. @type {Record<string, string>} */
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
 * The index of the first range that starts at an offset or after it, or the number of ranges if there is none.
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
