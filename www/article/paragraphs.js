/**
 * Which lines of a text are a title, and which belong to the paragraph before them.
 *
 * @typedef {import("../document/segments.js").Line} Line
 */

/**
 * The title: a short first line without the stop of a sentence, with more below it.
 * @param {string} text
 * @param {Line[]} lines
 */
export function titleLine(text, [first, second]) {
  if (!first || !second || first.end - first.start > 160) return undefined;
  return /[.!?:;,…]["'”’»)]*\s*$/.test(text.slice(first.start, first.end)) ? undefined : first;
}

/** So many lines show whether blank lines part the paragraphs. */
const SHOWING = 400;

/**
 * Whether no new paragraph begins after a line. Where blank lines part the paragraphs, a lone break is
 * only the end of a line.
 * @param {string} text
 * @param {Line[]} lines
 * @returns {(line: Line) => boolean}
 */
export function continuesParagraph(text, lines) {
  /** @param {Line} line */
  const breaks = ({ end, next }) => text.slice(end, next).match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;
  const spaced = lines.slice(0, SHOWING).some((line) => breaks(line) > 1);
  // An overlong line goes on without any break.
  return (line) => breaks(line) < (spaced ? 2 : 1) && line !== lines.at(-1);
}
