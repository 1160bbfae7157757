const HALF = /\\ud[89a-f]/;

/**
 * JSON with well-formed strings, as Rust reads it: half of a surrogate pair becomes U+FFFD. Both are one UTF-16 unit, so all
 * offsets stay correct.
 * @param {unknown} value
 */
export function wellFormedJson(value) {
  const written = JSON.stringify(value);
  // Hardly any text has such a half, and looking into each string takes longer.
  if (!HALF.test(written)) return written;
  return JSON.stringify(value, (_, part) => (typeof part === "string" ? part.toWellFormed() : part));
}
