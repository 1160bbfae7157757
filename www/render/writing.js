/**
 * The page while a text is put in: the box and its buttons.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { EXAMPLE } from "../import/example.js";
import { mountIntake } from "../import/intake.js";
import { boxText } from "../import/paste.js";
import { restored } from "../state/saved.js";
import { clear, drafted, edit, read } from "../state/updates.js";
import { part } from "./dom.js";

/**
 * @param {Store} store
 * @param {{annotate: (text: string) => Promise<unknown>}} work
 * @param {(text: string, annotations: string) => Promise<void>} lay
 */
export function mountWriting(store, work, lay) {
  const box = /** @type {HTMLTextAreaElement} */ (part("box"));
  const typed = boxText(box);

  /** @param {string} text */
  function annotate(text) {
    if (text.trim() === "") return box.focus();
    // What goes wrong is told by the store.
    work.annotate(text).catch(() => {});
  }

  /** @param {string} text */
  function take(text) {
    store.update(clear);
    typed.set(text);
    store.update(drafted(text));
    annotate(text);
  }

  mountIntake(store, {
    take,
    restore(saved) {
      store.update(restored(saved));
      if (!saved.found) annotate(saved.text);
    },
    insert(text) {
      typed.insert(text);
      annotate(typed.get());
    },
    lay(annotations) {
      const { text, draft } = store.get();
      return lay(draft ?? text, annotations);
    },
  });
  box.addEventListener("input", () => store.update(drafted(typed.get())));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) annotate(typed.get());
  });
  part("annotate").addEventListener("click", () => annotate(typed.get()));
  part("example").addEventListener("click", () => take(EXAMPLE));

  part("edit").addEventListener("click", () => {
    store.update(edit);
    box.focus();
    box.setSelectionRange(0, 0);
    box.scrollTop = 0;
  });
  part("new").addEventListener("click", () => {
    store.update(clear);
    box.focus();
  });
  part("back").addEventListener("click", () => store.update(read));

  store.subscribe((state, before) => {
    part("back").hidden = state.document === null;
    // A box that nobody sees is not filled: with a long text that takes a while.
    if (state.view !== "writing") return;
    const held = state.draft ?? state.text;
    const news = state.view !== before.view || held !== (before.draft ?? before.text);
    if (news && held !== typed.get()) typed.set(held);
  });
}
