/**
 * Where the highlights are: divides the text into equal parts and records which parts each lane touches. A lane is a
 * family of names or a type of quotation.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Range} Range
 * @typedef {import("./shown.js").Shown} Shown
 * @typedef {import("./families.js").FamilyId} FamilyId
 * @typedef {import("./types.js").QuoteType} QuoteType
 * @typedef {FamilyId|QuoteType} Lane
 */

import { familyOf } from "./families.js";

/** More parts would be finer than a pixel on most screens. */
export const PARTS = 400;

/**
 * @param {number} length of the text
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @returns {Map<Lane, Set<number>>} the parts that each lane touches
 */
export function overview(length, { entities }, shown) {
  /** @type {Map<Lane, Set<number>>} */
  const lanes = new Map();
  /** @param {Lane} lane @param {Range} range */
  const add = (lane, range) => {
    const parts = lanes.get(lane) ?? new Set();
    for (const part of partsOf(length, range)) parts.add(part);
    lanes.set(lane, parts);
  };
  for (const entity of entities) if (shown.entity(entity)) add(familyOf(entity.type).id, [entity.start, entity.end]);
  for (const { type, content } of shown.quotes) for (const range of content) add(type, range);
  return lanes;
}

/**
 * @param {number} length
 * @param {Range} range
 */
export function* partsOf(length, [start, end]) {
  const last = Math.min(PARTS - 1, Math.floor((Math.max(start, end - 1) / length) * PARTS));
  for (let part = Math.floor((start / length) * PARTS); part <= last; part++) yield part;
}

/**
 * Joins adjacent parts into runs of [first part, number of parts].
 * @param {Iterable<number>} parts
 */
export function runs(parts) {
  /** @type {[number, number][]} */
  const found = [];
  for (const part of [...parts].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[0] + last[1] === part) last[1]++;
    else found.push([part, 1]);
  }
  return found;
}
