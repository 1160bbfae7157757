/**
 * The sheet of keys, opened by "?" or its button. Keys that are a letter or a mark alone can be
 * switched off here, for whoever speaks to the computer or hits keys by chance.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {{title: string, keys: {keys: string[], does: string}[]}} KeyList
 */

import { useLetterKeys } from "../state/preferences.js";
import { element, part } from "../dom.js";
import { mountSheet } from "./dialog.js";

/** @type {KeyList} */
export const READING_KEYS = {
  title: "Reading",
  keys: [
    { keys: ["←", "→"], does: "In the article: to the mark before or after" },
    { keys: ["Enter"], does: "On a name in the list: to its next place in the article" },
    { keys: ["Esc"], does: "Back to the list and to where you were, or close what is open" },
    { keys: ["/"], does: "Find in the text" },
    { keys: ["Enter", "Shift Enter"], does: "While finding: to the next or the previous place" },
    { keys: ["?"], does: "This list of keys" },
  ],
};

/**
 * @param {Store} store
 * @param {KeyList[]} lists
 */
export function mountKeySheet(store, lists) {
  const letters = /** @type {HTMLInputElement} */ (part("letter-keys"));
  part("keylists").replaceChildren(
    ...lists.flatMap(({ title, keys }) => [
      element("h3", "", title),
      element(
        "dl",
        "keys",
        ...keys.flatMap(({ keys, does }) => [element("dt", "", ...pressed(keys)), element("dd", "", does)]),
      ),
    ]),
  );
  letters.addEventListener("change", () => store.update(useLetterKeys(letters.checked)));
  store.subscribe(({ letterKeys }) => (letters.checked = letterKeys));
  return mountSheet("keysheet", () => (letters.checked = store.get().letterKeys));
}

/** @param {string[]} keys */
const pressed = (keys) => keys.flatMap((key, i) => [...(i ? [" "] : []), element("kbd", "", key)]);

/**
 * Whether a key press is a letter key that the page may act on: not while somebody types.
 * @param {KeyboardEvent} event
 */
export function typedAlone({ altKey, ctrlKey, metaKey, target, isComposing }) {
  if (altKey || ctrlKey || metaKey || isComposing) return false;
  if (!(target instanceof Element)) return true;
  return !target.closest("input, textarea, select, dialog, [contenteditable]");
}
