/**
 * The sheet of keys, opened by "?" or its button. Keys that are a letter or a mark alone can be
 * switched off here, for whoever speaks to the computer or hits keys by chance.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {{title: string, keys: {keys: string[], action: string}[]}} ShortcutList
 */

import { element, part } from "../dom.js";
import { enableSingleKeys } from "../state/preferences.js";
import { mountDialog } from "./dialog.js";

/** @type {ShortcutList} */
export const READING_SHORTCUTS = {
  title: "Reading",
  keys: [
    { keys: ["←", "→"], action: "In the article: to the mark before or after" },
    { keys: ["Enter"], action: "On a name in the list: to its next place in the article" },
    { keys: ["Esc"], action: "Back to the list and to where you were, or close what is open" },
    { keys: ["/"], action: "Find in the text" },
    { keys: ["Enter", "Shift Enter"], action: "While finding: to the next or the previous place" },
    { keys: ["?"], action: "This list of keys" },
  ],
};

/**
 * @param {Store} store
 * @param {ShortcutList[]} lists
 */
export function mountShortcutsDialog(store, lists) {
  const checkbox = /** @type {HTMLInputElement} */ (part("single-keys"));
  part("shortcut-lists").replaceChildren(
    ...lists.flatMap(({ title, keys }) => [
      element("h3", "", title),
      element(
        "dl",
        "keys",
        ...keys.flatMap(({ keys, action }) => [element("dt", "", ...keyElements(keys)), element("dd", "", action)]),
      ),
    ]),
  );
  checkbox.addEventListener("change", () => store.update(enableSingleKeys(checkbox.checked)));
  store.subscribe(({ letterKeys }) => (checkbox.checked = letterKeys));
  return mountDialog("shortcuts", () => (checkbox.checked = store.get().letterKeys));
}

/** @param {string[]} keys */
const keyElements = (keys) => keys.flatMap((key, i) => [...(i ? [" "] : []), element("kbd", "", key)]);

/**
 * Whether a key press is a letter key that the page may act on: not while somebody types.
 * @param {KeyboardEvent} event
 */
export function isSingleKeyPress({ altKey, ctrlKey, metaKey, target, isComposing }) {
  if (altKey || ctrlKey || metaKey || isComposing) return false;
  if (!(target instanceof Element)) return true;
  return !target.closest("input, textarea, select, dialog, [contenteditable]");
}
