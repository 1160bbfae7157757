/** How the page says numbers and doubts. */

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** @param {number} confidence */
export function sureness(confidence) {
  const word = confidence >= 0.9 ? "sure" : confidence >= 0.6 ? "likely" : "unsure";
  return `${word} (${Math.round(confidence * 100)} %)`;
}

/**
 * How far something can be relied on: by the engine's own figure, or because a person says so.
 * @param {{confidence: number, by?: "you"}} record
 */
export const certainty = ({ confidence, by }) => (by ? "marked by you" : sureness(confidence));

/** @param {string} noun */
export const withArticle = (noun) => `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
