/**
 * JSON whose strings Rust can read: half of a surrogate pair becomes U+FFFD. Both are one UTF-16 unit, so no offset
 * changes.
 * @param {unknown} value
 */
export const wellFormedJson = (value) =>
  JSON.stringify(value, (_, part) => (typeof part === "string" ? part.toWellFormed() : part));
