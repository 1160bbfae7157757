/**
 * Ranges of text.
 *
 * @typedef {import("../types.js").Range} Range
 * @typedef {{start: number, end: number}} Span
 */

/** @param {Span} span @returns {Range} */
export const rangeOf = ({ start, end }) => [start, end];

/** @type {(a: Range, b: Range) => number} */
export const byStart = (a, b) => a[0] - b[0] || a[1] - b[1];

/** @type {(a: Range, b: Range) => boolean} */
export const overlap = (a, b) => a[0] < b[1] && b[0] < a[1];

/** @type {(outer: Range, inner: Range) => boolean} */
export const covers = (outer, inner) => outer[0] <= inner[0] && inner[1] <= outer[1];

/** @type {(a: Range, b: Range) => boolean} */
export const sameRange = (a, b) => a[0] === b[0] && a[1] === b[1];

/**
 * From the beginning of the first to the end of the last.
 * @param {Range[]} ranges in order, at least one
 * @returns {Range}
 */
export const whole = (ranges) => [ranges[0][0], ranges[ranges.length - 1][1]];

/**
 * A range without the blanks at its ends; null where nothing is left.
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

/**
 * The first of ordered spans that do not overlap which ends after an offset, as an index.
 * @param {readonly Span[]} spans
 * @param {number} offset
 */
function firstEndingAfter(spans, offset) {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Those of ordered spans, none over another, that a range overlaps.
 * @template {Span} T
 * @param {readonly T[]} spans
 * @param {Range} range
 * @returns {T[]}
 */
export function overlapping(spans, [start, end]) {
  const from = firstEndingAfter(spans, start);
  let to = from;
  while (to < spans.length && spans[to].start < end) to++;
  return spans.slice(from, to);
}
