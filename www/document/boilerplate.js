/**
 * What a website puts around its articles, such as "Read more". Names in it are neither highlighted nor counted.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 */

/** @type {WeakMap<object, {start: number, end: number}[]>} */
const known = new WeakMap();

/**
 * Whether a range lies in boilerplate.
 * @param {Pick<NewsDocument, "blocks">} document
 * @param {{start: number, end: number}} range
 */
export function isBoilerplate({ blocks }, { start, end }) {
  if (!blocks || start >= end) return false;
  let found = known.get(blocks);
  if (!found) {
    found = blocks.filter(({ kind }) => kind === "boilerplate");
    known.set(blocks, found);
  }
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (found[middle].end < end) low = middle + 1;
    else high = middle;
  }
  return low < found.length && found[low].start <= start;
}
