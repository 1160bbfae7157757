/**
 * Extends or shrinks a range by one word at either end.
 *
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {"widenStart"|"widenEnd"|"narrowStart"|"narrowEnd"} Step
 */

import { LINE_BREAK } from "../document/segments.js";
import { LINE_BREAKS } from "../generated/tables.js";

/** Created on first use, to keep it out of the page's start. @type {Intl.Segmenter|null} */
let words = null;

/** How far to look for the next word. */
const REACH = 300;

/** @type {(text: string, at: number) => Range|null} */
export const wordAfter = (text, at) => wordsIn(text, at, Math.min(text.length, at + REACH))[0] ?? null;

/** @type {(text: string, at: number) => Range|null} */
export const wordBefore = (text, at) => wordsIn(text, Math.max(0, at - REACH), at).at(-1) ?? null;

/**
 * Whether a paragraph ends between two offsets. If the paragraphs of a text are separated by blank lines, a single line
 * break does not end one.
 * @type {(text: string, from: number, to: number) => boolean}
 */
function crossesParagraph(text, from, to) {
  const breaks = text.slice(from, to).match(LINE_BREAK)?.length ?? 0;
  return breaks > 1 || (breaks === 1 && !BLANK_LINE.test(text));
}

const BLANK_LINE = new RegExp(`(?:\r\n|(?!\r\n)[${LINE_BREAKS}])[^\\S${LINE_BREAKS}]*[${LINE_BREAKS}]`);

/** @type {(text: string, from: number, to: number) => Range[]} */
function wordsIn(text, from, to) {
  /** @type {Range[]} */
  const found = [];
  words ??= new Intl.Segmenter("en", { granularity: "word" });
  for (const { segment, index, isWordLike } of words.segment(text.slice(from, to))) {
    if (isWordLike) found.push([from + index, from + index + segment.length]);
  }
  return found;
}

/**
 * A range longer or shorter by one word. A quotation includes the punctuation next to its words, a name does not. The
 * range stays as it is if there is no further word in its paragraph, or only one.
 * @param {string} text
 * @param {Range} range
 * @param {Step} step
 * @param {boolean} withPunctuation
 * @returns {Range}
 */
export function resizedByWord(text, [start, end], step, withPunctuation) {
  switch (step) {
    case "widenStart": {
      const word = wordBefore(text, start);
      const stays = !word || crossesParagraph(text, word[1], start);
      return [stays ? start : includingPunctuationBefore(word[0]), end];
    }
    case "widenEnd": {
      const word = wordAfter(text, end);
      const stays = !word || crossesParagraph(text, end, word[0]);
      return [start, stays ? end : includingPunctuationAfter(word[1])];
    }
    case "narrowStart": {
      const first = wordAfter(text, start);
      const second = first && wordAfter(text, first[1]);
      return [second && second[1] <= end ? includingPunctuationBefore(second[0]) : start, end];
    }
    case "narrowEnd": {
      const last = wordBefore(text, end);
      const other = last && wordBefore(text, last[0]);
      return [start, other && other[0] >= start ? includingPunctuationAfter(other[1]) : end];
    }
  }

  /** @param {number} at */
  function includingPunctuationBefore(at) {
    return withPunctuation
      ? at - (/[^\s\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, at - 4), at))?.[0].length ?? 0)
      : at;
  }
  /** @param {number} at */
  function includingPunctuationAfter(at) {
    return withPunctuation ? at + (/^[^\s\p{L}\p{N}]*/u.exec(text.slice(at, at + 4))?.[0].length ?? 0) : at;
  }
}
