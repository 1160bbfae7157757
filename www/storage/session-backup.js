/**
 * A note of the article for a page that is left before the database has taken it in: this storage
 * belongs to the tab, holds little, and is written at once.
 *
 * @typedef {import("./articles.js").Kept} Kept
 */

import { isKept } from "./record.js";

const KEY = "newsmark.leaving";

/** @param {Kept} article */
export function leaveNote(article) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(article));
  } catch {
    // It is blocked, or the article is too long for it: then the database has to do.
  }
}

/**
 * The note that was left for an article; it is read once.
 * @param {string} id
 * @returns {Kept|null}
 */
export function takeNote(id) {
  try {
    const note = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    return note?.summary.id === id && isKept(note) ? note : null;
  } catch {
    return null;
  }
}
