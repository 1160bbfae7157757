/**
 * Offsets of the command line count code points, those of the page UTF-16 units. They differ after a character outside the
 * Basic Multilingual Plane, such as an emoji.
 */

/** The fields that hold ranges. */
const RANGES = new Set(["content", "quoted", "cue", "speaker", "quoted_terms", "sentences"]);

/**
 * The same parts of a document with offsets in UTF-16 units. Other units than code points are found out when the document
 * is checked against its text.
 * @param {Record<string, unknown>} parts
 * @param {string} text
 */
export function inUtf16(parts, text) {
  if (!/[\ud800-\udbff]/.test(text)) return parts;
  /** Where each code point begins. @type {number[]} */
  const starts = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  starts.push(at);
  /** @param {any} offset */
  const moved = (offset) => starts[offset] ?? offset;

  /** @param {any} value @param {string} name @returns {unknown} */
  const converted = (value, name) => {
    if (Array.isArray(value)) {
      if (RANGES.has(name)) return value.map((range) => (Array.isArray(range) ? range.map(moved) : range));
      return value.map((one) => converted(one, ""));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === "start" || key === "end" ? moved(one) : converted(one, key),
      ]),
    );
  };
  return /** @type {Record<string, unknown>} */ (converted(parts, ""));
}
