/**
 * What is known about an article beside its text.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Metadata} Metadata
 */

/** @type {readonly (keyof Metadata)[]} */
const FIELDS = ["title", "byline", "date", "site", "url", "language"];

/**
 * The document with these metadata; without the field if nothing is known.
 * @param {NewsDocument} document
 * @param {Metadata} metadata
 * @returns {NewsDocument}
 */
export function withMetadata({ metadata: _, ...document }, metadata) {
  return FIELDS.some((field) => metadata[field]) ? { ...document, metadata } : document;
}

/**
 * Metadata from a file or from a form: only the known fields that are strings with something in them.
 * @param {unknown} value
 * @returns {Metadata}
 */
export function readMetadata(value) {
  const given = /** @type {Record<string, unknown>} */ (Object(value));
  const known = FIELDS.map((field) => [field, typeof given[field] === "string" ? given[field].trim() : ""]);
  return Object.fromEntries(known.filter(([, text]) => text !== ""));
}
