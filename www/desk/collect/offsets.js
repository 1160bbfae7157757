/**
 * Offsets of the command line count code points, those of the page UTF-16 units. They differ after a character outside the
 * Basic Multilingual Plane, such as an emoji.
 */

/** The fields that hold ranges. */
const RANGES = new Set(["content", "quoted", "cue", "speaker", "quoted_terms", "sentences"]);

/** Any character outside the Basic Multilingual Plane. */
const ASTRAL = /[\ud800-\udbff]/;

/**
 * The same parts of a document with offsets in UTF-16 units. Other units than code points are found out when the document
 * is checked against its text.
 * @param {Record<string, unknown>} parts
 * @param {string} text
 */
export function inUtf16(parts, text) {
  if (!ASTRAL.test(text)) return parts;
  /** Where each code point begins. @type {number[]} */
  const starts = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  starts.push(at);
  return moved(parts, starts);
}

/**
 * The same parts of a document with offsets in code points.
 * @param {Record<string, unknown>} parts
 * @param {string} text
 */
export function inCodePoints(parts, text) {
  if (!ASTRAL.test(text)) return parts;
  /** The number of the code point that each UTF-16 unit is in. @type {number[]} */
  const numbers = [];
  let number = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) numbers.push(number);
    number++;
  }
  numbers.push(number);
  return moved(parts, numbers);
}

/**
 * @param {Record<string, unknown>} parts
 * @param {number[]} places the new place of each
 */
function moved(parts, places) {
  /** @param {any} offset */
  const move = (offset) => places[offset] ?? offset;

  /** @param {any} value @param {string} name @returns {unknown} */
  const converted = (value, name) => {
    if (Array.isArray(value)) {
      if (RANGES.has(name)) return value.map((range) => (Array.isArray(range) ? range.map(move) : range));
      return value.map((one) => converted(one, ""));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === "start" || key === "end" ? move(one) : converted(one, key),
      ]),
    );
  };
  return /** @type {Record<string, unknown>} */ (converted(parts, ""));
}
