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
  if (!first || !second || first.end - first.start > 160) return undefined;
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
