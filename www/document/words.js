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
