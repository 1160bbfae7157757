/**
 * The document as it is shown and exported: the engine's result with the user's corrections applied.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./corrections/draft.js").Draft} Draft
 * @typedef {import("./corrections/types.js").Correction} Correction
 */

import { merge, move, rename } from "./corrections/chains.js";
import { documentOf, draftOf } from "./corrections/draft.js";
import { mark, unmark } from "./corrections/names.js";
import { markQuote, setSpeaker, unmarkQuote } from "./corrections/quotes.js";

/**
 * Does what a correction says; false if there is nothing that it could be done to.
 * @param {Draft} draft
 * @param {Correction} correction
 * @returns {boolean}
 */
function apply(draft, correction) {
  switch (correction.do) {
    case "mark":
      return mark(draft, correction);
    case "unmark":
      return unmark(draft, correction);
    case "quote":
      return markQuote(draft, correction);
    case "unquote":
      return unmarkQuote(draft, correction);
    case "speaker":
      return setSpeaker(draft, correction);
    case "rename":
      return rename(draft, correction);
    case "merge":
      return merge(draft, correction);
    case "move":
      return move(draft, correction);
  }
}

/**
 * @param {string} text
 * @param {NewsDocument} found what the engine found; it is left as it is
 * @param {readonly Correction[]} corrections in the order in which they were made
 * @returns {{document: NewsDocument, idle: Correction[]}} `idle` are those without anything to correct
 */
export function applied(text, found, corrections) {
  if (corrections.length === 0) return { document: found, idle: [] };
  const draft = draftOf(text, found);
  const idle = corrections.filter((correction) => !apply(draft, correction));
  return { document: documentOf(draft), idle };
}

/** @type {(text: string, found: NewsDocument, corrections: readonly Correction[]) => NewsDocument} */
export const corrected = (text, found, corrections) => applied(text, found, corrections).document;
