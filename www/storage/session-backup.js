/**
 * A backup of the article for a page that is closed before the database has stored it. Session storage belongs to the
 * tab, is small, and is written synchronously.
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
    // Storage is blocked, or the article is too long for it. Then the database has to suffice.
  }
}

/**
 * Takes the backup of an article, which can be read only once.
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
