/**
 * The keyboard shortcuts dialog, opened with "?" or its button. Shortcuts that are a single key can be switched off
 * here, for people who use speech input or hit keys by accident.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { element, part } from "../dom.js";
import { displayed, SHORTCUTS } from "../shortcuts.js";
import { enableSingleKeys } from "../state/preferences.js";
import { mountDialog } from "./dialog.js";

/** @param {Store} store */
export function mountShortcutsDialog(store) {
  const checkbox = /** @type {HTMLInputElement} */ (part("single-keys"));
  part("shortcut-lists").replaceChildren(
    ...SHORTCUTS.flatMap(({ title, shortcuts }) => [
      element("h3", "", title),
      element(
        "dl",
        "keys",
        ...shortcuts.flatMap(({ keys, action }) => [
          element("dt", "", ...keyElements(keys)),
          element("dd", "", action),
        ]),
      ),
    ]),
  );
  checkbox.addEventListener("change", () => store.update(enableSingleKeys(checkbox.checked)));
  store.subscribe(({ letterKeys }) => (checkbox.checked = letterKeys));
  return mountDialog("shortcuts", () => (checkbox.checked = store.get().letterKeys));
}

/** @param {string[]} keys */
const keyElements = (keys) => keys.flatMap((key, i) => [...(i ? [" "] : []), element("kbd", "", displayed(key))]);

/**
 * Whether a key press belongs to a field or a dialog.
 * @param {{target: EventTarget|null, isComposing?: boolean}} event
 */
export const isTyping = ({ target, isComposing = false }) =>
  isComposing ||
  (target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]") !== null);
