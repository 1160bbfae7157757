/**
 * How the page writes numbers and degrees of confidence.
 *
 * @typedef {import("../generated/tables.js").ConfidenceLevel} ConfidenceLevel
 */

import { CONFIDENCE_LEVELS } from "../generated/tables.js";

/**
 * A number with thousands separators. Intl would create a formatter for every call, or cost milliseconds at the start.
 * @param {number} number an integer
 */
export const formatNumber = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function plural(count, one, many = `${one}s`) {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/**
 * @param {number} confidence
 * @returns {ConfidenceLevel}
 */
export const confidenceLevel = (confidence) =>
  CONFIDENCE_LEVELS.find(({ threshold }) => confidence >= threshold)?.id ?? "unsure";

/**
 * The same with the percentage, unless that would be 0.
 * @param {number} confidence
 */
export function confidenceText(confidence) {
  const percentage = Math.round(confidence * 100);
  return percentage === 0 ? confidenceLevel(confidence) : `${confidenceLevel(confidence)} (${percentage} %)`;
}

/**
 * How reliable something is: the engine's confidence, or the fact that the user has marked it.
 * @param {{confidence: number, by?: "you"}} record
 */
export const certainty = ({ confidence, by }) => (by ? "marked by you" : confidenceText(confidence));

/** @param {string} noun */
export const withArticle = (noun) => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
