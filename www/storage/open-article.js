/**
 * Where the open article is stored. The browser's history entry, which is separate for each tab, remembers it over a
 * reload.
 *
 * @typedef {Object} OpenArticle
 * @property {string} id
 * @property {number} revision 0 while nothing has been saved
 * @property {unknown} found the engine's result as it is stored
 * @property {boolean} stale whether another tab has changed it since
 * @property {boolean} deleted whether another tab has deleted it since
 * @property {Keeper|null} keeper who stores it, if it is not one of the recent articles
 *
 * @typedef {Object} Keeper
 * @property {(state: import("../state/store.js").State) => Promise<void>} save throws a Conflict if another tab has changed
 *   the article
 * @property {(state: import("../state/store.js").State) => void} saveAtOnce without waiting, before the page closes
 */

/** @returns {OpenArticle} */
export const newOpenArticle = () => ({
  id: newId(),
  revision: 0,
  found: undefined,
  stale: false,
  deleted: false,
  keeper: null,
});

// Not randomUUID(), which does not exist over plain HTTP.
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
