/**
 * Undo and redo, by button and by the usual keys.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../document/corrections/types.js").Correction} Correction
 */

import { described, describedUndone } from "../document/corrections/describe.js";
import { part } from "../dom.js";
import { ariaKey, historyCommandFor, keyOf } from "../shortcuts.js";
import { redo, undo } from "../state/corrections.js";

/**
 * Whether there is typed text that the browser can undo.
 * @param {EventTarget|null} target
 */
function hasOwnUndo(target) {
  if (target instanceof HTMLInputElement && target.role === "combobox") return target.value !== target.defaultValue;
  return target instanceof Element && target.matches("input:not([type=checkbox]), textarea");
}

/**
 * @param {Store} store
 * @param {(correction: Correction, sentence: string) => void} done called with the correction that was undone or redone
 */
export function mountHistory(store, done) {
  const buttons = { undo: part("undo"), redo: part("redo") };
  const act = {
    undo: () => go(undo, store.get().corrections.at(-1), "Undone"),
    redo: () => go(redo, store.get().future.at(-1), "Redone"),
  };

  /** @type {(change: typeof undo, correction: Correction|undefined, what: string) => void} */
  function go(change, correction, what) {
    const { text, document } = store.get();
    if (!correction || !document) return;
    // While the correction is applied, the document has the names that it refers to.
    const sentence = what === "Undone" ? describedUndone(text, document, correction) : "";
    store.update(change);
    const now = store.get().document;
    done(correction, `${what}: ${sentence || (now && described(text, now, correction, document))}.`);
  }

  for (const name of /** @type {const} */ (["undo", "redo"])) {
    buttons[name].addEventListener("click", act[name]);
    buttons[name].ariaKeyShortcuts = ariaKey(keyOf(name));
  }
  document.addEventListener("keydown", (event) => {
    const way = historyCommandFor(event);
    if (!way || store.get().view !== "reading" || hasOwnUndo(event.target)) return;
    event.preventDefault();
    act[way]();
  });

  /** @param {State} state */
  function show({ text, document, corrections, future }) {
    for (const [name, button, correction] of /** @type {const} */ ([
      ["Undo", buttons.undo, corrections.at(-1)],
      ["Redo", buttons.redo, future.at(-1)],
    ])) {
      // Not disabled, because a disabled button loses the focus.
      button.ariaDisabled = String(!correction);
      button.title =
        correction && document
          ? `${name}: ${described(text, document, correction)}`
          : `Nothing to ${name.toLowerCase()}`;
    }
  }
  show(store.get());
  store.subscribe((state, before) => {
    if (
      state.corrections !== before.corrections ||
      state.future !== before.future ||
      state.document !== before.document
    )
      show(state);
  });
}
