/**
 * A note of the text in the box, for a page that is left before the database has taken it in: this
 * storage belongs to the tab, holds little, and is written at once.
 */

const KEY = "newsmark.leaving";

/** @param {string} id the article's @param {string} text */
export function leaveNote(id, text) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ id, text }));
  } catch {
    // It is blocked, or the text is too long for it: then the database has to do.
  }
}

/**
 * The note that was left for an article; it is read once.
 * @param {string} id
 * @returns {string|null}
 */
export function takeNote(id) {
  try {
    const note = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    return note?.id === id && typeof note.text === "string" ? note.text : null;
  } catch {
    return null;
  }
}
