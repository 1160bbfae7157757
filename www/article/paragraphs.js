/**
 * Which line of a text is the title, and which lines continue a paragraph.
 *
 * @typedef {import("../document/segments.js").Line} Line
 */

import { LINE_BREAK } from "../document/segments.js";

/**
 * The title: a short first line that does not end like a sentence and has more text below it.
 * @param {string} text
 * @param {Line[]} lines
 */
export function titleLine(text, [first, second]) {
  if (!first || !second || first.end - first.start > 160 || text.slice(first.start, first.end).includes("\t"))
    return undefined;
  return /[.!?:;,…]["'”’»)]*\s*$/.test(text.slice(first.start, first.end)) ? undefined : first;
}

/** How many lines to examine for blank lines between paragraphs. */
const SHOWING = 400;

/**
 * Whether the paragraph continues after a line. If paragraphs are separated by blank lines, a single line break does
 * not end one.
 * @param {string} text
 * @param {Line[]} lines
 * @returns {(line: Line) => boolean}
 */
export function continuesParagraph(text, lines) {
  /** @param {Line} line */
  const breaks = ({ end, next }) => text.slice(end, next).match(LINE_BREAK)?.length ?? 0;
  const spaced = lines.slice(0, SHOWING).some((line) => breaks(line) > 1);
  // An overlong line that was split has no break at all.
  return (line) => breaks(line) < (spaced ? 2 : 1) && line !== lines.at(-1);
}

/** The widest cell that sets the width of the columns, in characters. */
const WIDEST = 32;

/**
 * The width of the columns if a line is a row of a table: its cells are separated by tabs, and all rows above and below
 * have the same width. 0 for any other line.
 * @param {string} text
 * @param {Line[]} lines
 * @param {number} index
 */
export function tabStops(text, lines, index) {
  const words = (/** @type {number} */ at) => (lines[at] ? text.slice(lines[at].start, lines[at].end) : "");
  if (!words(index).includes("\t")) return 0;
  let first = index;
  let end = index + 1;
  while (words(first - 1).includes("\t")) first--;
  while (words(end).includes("\t")) end++;
  let widest = 0;
  for (let at = first; at < end; at++) {
    for (const cell of words(at).split("\t").slice(0, -1)) widest = Math.max(widest, cell.length);
  }
  return Math.min(WIDEST, widest) + 2;
}
