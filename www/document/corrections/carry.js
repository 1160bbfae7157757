/**
 * Corrections carried over to an edited text: each goes where its passage is now. One whose passage
 * has changed is put aside, never done elsewhere; should the text have the passage again, it is back.
 *
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("../types.js").NewsDocument} NewsDocument
 * @typedef {import("../types.js").Range} Range
 *
 * @typedef {Object} Lost a correction that was put aside
 * @property {Correction} correction its places count from where their passages begin
 * @property {string[]} passages for each of its places, the lines around it
 *
 * @typedef {{corrections: readonly Correction[], future: readonly Correction[], lost: readonly Lost[]}} Kept
 * @typedef {(range: Range) => Range|null} Place where a range is now
 */

import { align } from "./align.js";
import { placesOf, shifted } from "./places.js";
import { rangeOf, sameRange } from "./spans.js";
import { occurrences } from "./spelling.js";

/**
 * @param {{text: string, found: NewsDocument|null} & Kept} before
 * @param {string} text
 * @returns {Kept}
 */
export function carried(before, text) {
  const { corrections, future, lost } = before;
  const standing = corrections.length + lost.length;
  // To compare two long texts takes a while: not for nothing.
  if (standing === 0 && (before.text === text || future.length === 0)) return { corrections, future, lost };
  const carry = carrier(before, text);
  const whereNow = passagesOf(text);
  const back = lost.map((one) => restored(one, whereNow));
  const kept = corrections.map(carry);
  return {
    corrections: [...kept, ...back].filter((one) => one !== null),
    future: future.map(carry).filter((one) => one !== null),
    lost: [
      ...lost.filter((_, index) => back[index] === null),
      ...corrections.filter((_, index) => kept[index] === null).map((one) => putAside(one, before.text)),
    ],
  };
}

/**
 * @param {{text: string, found: NewsDocument|null}} before
 * @param {string} after
 * @returns {(correction: Correction) => Correction|null} the same correction in the text as it is now
 */
function carrier({ text, found }, after) {
  const { place } = align(text, after);
  const whereNow = passagesOf(after);
  /** A passage may also stand somewhere else now. @type {Place} */
  const placed = (range) => place(range) ?? placeIn(linesAround(text, range), range);
  /** @type {(lines: Range, range: Range) => Range|null} */
  const placeIn = (lines, [start, end]) => {
    const at = whereNow(text.slice(...lines));
    return at === null ? null : [start - lines[0] + at, end - lines[0] + at];
  };
  /** @type {(range: Range, others: () => Range[]) => Range|null} */
  const firstPlaced = (range, others) => {
    const own = placed(range);
    if (own) return own;
    for (const other of others()) {
      const there = place(other);
      if (there) return there;
    }
    return null;
  };
  /** Whoever is meant by a mention is meant by every other that is spelled alike. @type {Place} */
  const somebody = (range) =>
    firstPlaced(range, () => {
      const chain = found?.chains.find(({ mentions }) =>
        mentions.some((mention) => sameRange(rangeOf(mention), range)),
      );
      const words = text.slice(...range);
      return chain?.mentions.map(rangeOf).filter((other) => text.slice(...other) === words) ?? [];
    });
  /** @type {Place} */
  const anywhere = (range) => firstPlaced(range, () => occurrences(text, text.slice(...range)));

  return (correction) => {
    const ofSomebody = correction.do === "rename" || correction.do === "merge";
    const at = ("everywhere" in correction ? anywhere : ofSomebody ? somebody : placed)(correction.at);
    if (!at) return null;
    switch (correction.do) {
      case "mark":
      case "quote": {
        const { was, ...rest } = correction;
        const there = was && placed(was);
        return { ...rest, at, ...(there && { was: there }) };
      }
      case "merge": {
        const into = somebody(correction.into);
        return into && { ...correction, at, into };
      }
      case "move": {
        const to = correction.to && somebody(correction.to);
        return correction.to && !to ? null : { ...correction, at, to };
      }
      case "speaker": {
        const who = Array.isArray(correction.who) ? somebody(correction.who) : correction.who;
        return Array.isArray(correction.who) && !who ? null : { ...correction, at, who };
      }
      default:
        return { ...correction, at };
    }
  };
}

/** The lines that a range is in. @type {(text: string, range: Range) => Range} */
function linesAround(text, [start, end]) {
  const next = text.indexOf("\n", end);
  return [text.slice(0, start).lastIndexOf("\n") + 1, next < 0 ? text.length : next];
}

/**
 * @param {string} text
 * @returns {(lines: string) => number|null} where these lines stand in the text, if only once
 */
function passagesOf(text) {
  // "\r\n" becomes "\n" without anything being moved.
  const plain = (/** @type {string} */ lines) => `\n${lines.replace(/\r(?=\n|$)/g, " ")}\n`;
  /** @type {string|undefined} */
  let whole;
  return (lines) => {
    whole ??= plain(text);
    const wanted = plain(lines);
    const at = whole.indexOf(wanted);
    return at >= 0 && whole.indexOf(wanted, at + 1) < 0 ? at : null;
  };
}

/** @type {(correction: Correction, text: string) => Lost} */
function putAside(correction, text) {
  const passages = placesOf(correction).map((range) => linesAround(text, range));
  return {
    correction: shifted(
      correction,
      passages.map(([start]) => -start),
    ),
    passages: passages.map((lines) => text.slice(...lines)),
  };
}

/** @type {(lost: Lost, whereNow: (lines: string) => number|null) => Correction|null} */
function restored({ correction, passages }, whereNow) {
  const starts = passages.map(whereNow).filter((at) => at !== null);
  return starts.length === passages.length ? shifted(correction, starts) : null;
}
