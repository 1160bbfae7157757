/**
 * How the page says numbers and doubts.
 *
 * @typedef {"sure"|"likely"|"unsure"} ConfidenceLevel
 */

/**
 * A number with its thousands apart. The browser's own way makes a formatter each time, or takes
 * milliseconds for one at the start.
 * @param {number} number a whole one
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
export const confidenceLevel = (confidence) => (confidence >= 0.9 ? "sure" : confidence >= 0.6 ? "likely" : "unsure");

/**
 * The same with the figure.
 * @param {number} confidence
 */
export const confidenceText = (confidence) => `${confidenceLevel(confidence)} (${Math.round(confidence * 100)} %)`;

/**
 * How far something can be relied on: by the engine's own figure, or because a person says so.
 * @param {{confidence: number, by?: "you"}} record
 */
export const certainty = ({ confidence, by }) => (by ? "marked by you" : confidenceText(confidence));

/** @param {string} noun */
export const withArticle = (noun) => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
