/**
 * Remembers which model produced a document, so that exports can name it. The document itself does not contain it: two
 * models with the same results produce equal documents.
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
