/**
 * Which model found a document, so that exports can say it. A document's form has no place for it: two
 * models that find the same give the same document.
 *
 * @typedef {import("./document.js").NewsDocument} NewsDocument
 */

/** @type {WeakMap<NewsDocument, string>} */
const models = new WeakMap();

/**
 * @param {string} model its fingerprint
 * @param {NewsDocument} document
 */
export function foundBy(model, document) {
  models.set(document, model);
  return document;
}

/** @param {NewsDocument} document */
export const modelOf = (document) => models.get(document) ?? "";
