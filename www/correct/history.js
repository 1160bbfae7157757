/**
 * Undo and redo: two buttons and the keys that everybody knows.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../document/corrections/types.js").Correction} Correction
 */

import { described } from "../document/corrections/describe.js";
import { part } from "../dom.js";
import { redo, undo } from "../state/corrections.js";
import { undoOrRedo } from "./keys.js";

/**
 * @param {Store} store
 * @param {(correction: Correction, sentence: string) => void} done told which correction was undone or done again
 */
export function mountHistory(store, done) {
  const buttons = { undo: part("undo"), redo: part("redo") };
  const act = {
    undo: () => go(undo, store.get().corrections.at(-1), "Undone"),
    redo: () => go(redo, store.get().future.at(-1), "Done again"),
  };

  /** @type {(change: typeof undo, correction: Correction|undefined, what: string) => void} */
  function go(change, correction, what) {
    const { text, document } = store.get();
    if (!correction || !document) return;
    // With the correction, its people have the names that it speaks of.
    const sentence = what === "Undone" ? described(text, document, correction) : "";
    store.update(change);
    const now = store.get().document;
    done(correction, `${what}: ${sentence || (now && described(text, now, correction))}.`);
  }

  for (const name of /** @type {const} */ (["undo", "redo"])) buttons[name].addEventListener("click", act[name]);
  document.addEventListener("keydown", (event) => {
    const way = undoOrRedo(event);
    if (
      !way ||
      store.get().view !== "reading" ||
      (event.target instanceof Element && event.target.matches("input:not([type=checkbox]), textarea"))
    )
      return;
    event.preventDefault();
    act[way]();
  });

  /** @param {State} state */
  function show({ text, document, corrections, future }) {
    for (const [name, button, correction] of /** @type {const} */ ([
      ["Undo", buttons.undo, corrections.at(-1)],
      ["Redo", buttons.redo, future.at(-1)],
    ])) {
      // Not disabled: a button that is would lose the focus.
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
