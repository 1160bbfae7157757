/**
 * A note of the article for a page that is left before the database has taken it in: this storage
 * belongs to the tab, holds little, and is written at once.
 *
 * @typedef {import("./articles.js").StoredArticle} StoredArticle
 */

import { isReadable } from "./record.js";

const KEY = "newsmark.leaving";

/** @param {StoredArticle} article */
export function writeBackup(article) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(article));
  } catch {
    // It is blocked, or the article is too long for it: then the database has to do.
  }
}

/**
 * The note that was left for an article; it is read once.
 * @param {string} id
 * @returns {StoredArticle|null}
 */
export function takeBackup(id) {
  try {
    const backup = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    return backup?.summary.id === id && isReadable(backup) ? backup : null;
  } catch {
    return null;
  }
}
