/**
 * Corrections carried over to an edited text.
 *
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("../types.js").Range} Range
 *
 * @typedef {Object} Lost a correction whose passage the text no longer has
 * @property {Correction} correction its places count within `passage`
 * @property {string} passage the lines in which it was made
 *
 * @typedef {{corrections: readonly Correction[], future: readonly Correction[], lost: readonly Lost[]}} Kept
 */

/**
 * @param {string} before
 * @param {string} after
 * @param {Kept} kept
 * @returns {Kept}
 */
export function carried(before, after, { corrections, future, lost }) {
  return before === after ? { corrections, future, lost } : { corrections: [], future: [], lost };
}
