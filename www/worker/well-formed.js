/**
 * JSON with well-formed strings, as Rust reads it: half of a surrogate pair becomes U+FFFD. Both are one UTF-16 unit, so all
 * offsets stay correct.
 * @param {unknown} value
 */
export const wellFormedJson = (value) =>
  JSON.stringify(value, (_, part) => (typeof part === "string" ? part.toWellFormed() : part));
