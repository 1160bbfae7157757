/**
 * What is still to be checked: names and quotations that the engine is not sure of and that nobody has accepted or
 * changed.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Entity} Entity
 * @typedef {import("./types.js").Quote} Quote
 * @typedef {import("./types.js").Range} Range
 * @typedef {import("./shown.js").Kind} Kind
 * @typedef {{range: Range, isQuote: boolean}} Doubtful
 */

import { familyOf } from "./families.js";
import { extentOf } from "./ranges.js";
import { confidenceLevel } from "./words.js";

/** @param {Entity|Quote} record */
export const isDoubtful = ({ confidence, by }) => !by && confidenceLevel(confidence) !== "sure";

/**
 * In the order of the text. Families, types and media that are hidden are left out.
 * @param {NewsDocument} document
 * @param {ReadonlySet<Kind>} hidden
 * @returns {Doubtful[]}
 */
export function doubtfulIn({ entities, quotes }, hidden) {
  const names = entities.filter((one) => isDoubtful(one) && !hidden.has(familyOf(one.type).id));
  const isShown = (/** @type {Quote} */ { type, medium = "speech" }) => !hidden.has(type) && !hidden.has(medium);
  const said = quotes.filter((one) => isDoubtful(one) && isShown(one));
  return [
    ...names.map(({ start, end }) => ({ range: /** @type {Range} */ ([start, end]), isQuote: false })),
    ...said.map((quote) => ({ range: extentOf(quote), isQuote: true })),
  ].sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
}

/**
 * How much of what the engine was not sure of has been checked.
 * @param {NewsDocument} found
 * @param {NewsDocument} document with the corrections
 * @param {ReadonlySet<Kind>} hidden
 */
export function checkedShare(found, document, hidden) {
  const total = doubtfulIn(found, hidden).length;
  return { total, checked: Math.max(0, total - doubtfulIn(document, hidden).length) };
}
