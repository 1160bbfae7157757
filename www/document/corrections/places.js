/**
 * The places that a correction points at.
 *
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("../types.js").Range} Range
 */

/** @type {(correction: Correction) => Range[]} */
export const placesOf = (correction) => /** @type {Range[]} */ (Object.values(correction).filter(Array.isArray));

/**
 * The same correction with each place moved by as much as its own entry says.
 * @type {(correction: Correction, by: number[]) => Correction}
 */
export function shifted(correction, by) {
  let next = 0;
  const entries = Object.entries(correction).map(([key, value]) => {
    if (!Array.isArray(value)) return [key, value];
    const distance = by[next++];
    return [key, value.map((at) => at + distance)];
  });
  return /** @type {Correction} */ (Object.fromEntries(entries));
}
