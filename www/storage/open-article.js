/**
 * Where the article on the page is kept. The history's entry, which every tab has for itself, remembers
 * it over a reload.
 *
 * @typedef {Object} OpenArticle
 * @property {string} id
 * @property {number} revision 0 while nothing of it is kept
 * @property {unknown} found what is kept as found in it
 * @property {boolean} stale whether another tab has changed it since
 */

/** @returns {OpenArticle} */
export const newOpenArticle = () => ({ id: newId(), revision: 0, found: undefined, stale: false });

// Not randomUUID(), which a page over plain http does not have.
const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

/** @param {string|null} article */
export function rememberArticle(article) {
  if (rememberedArticle() !== article) history.replaceState({ ...history.state, article }, "");
}

/** @returns {string|null} */
export function rememberedArticle() {
  const article = history.state?.article;
  return typeof article === "string" ? article : null;
}
