/**
 * The page while a text is put in: the box and its buttons.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { part } from "../dom.js";
import { EXAMPLE } from "../import/example.js";
import { mountImport } from "../import/mount.js";
import { exactText } from "../import/paste.js";
import { restored } from "../state/saved.js";
import { clear, draftChanged, edit, read } from "../state/updates.js";

/**
 * The letters of a text that is not put into the box while it is annotated: the browser would lay it out
 * for a tenth of a second and more, only to hide it.
 */
const LONG = 200_000;

/**
 * @param {Store} store
 * @param {{annotate: (text: string) => Promise<unknown>}} work
 * @param {(text: string, annotations: string) => Promise<void>} applyAnnotations
 */
export function mountEditing(store, work, applyAnnotations) {
  const box = /** @type {HTMLTextAreaElement} */ (part("box"));
  const typed = exactText(box);

  /** @param {string} text */
  function annotate(text) {
    if (text.trim() === "") return box.focus();
    // What goes wrong is told by the store.
    work.annotate(text).catch(() => {});
  }

  /** @param {string} text */
  function startArticle(text) {
    store.update(clear);
    begin(text, () => typed.set(text));
  }

  /**
   * The worker begins before the box is filled, which takes the browser about as long as the annotation.
   * @param {string} text
   * @param {() => void} fill puts it into the box
   */
  function begin(text, fill) {
    annotate(text);
    if (text.length > LONG && text.trim() !== "") return store.update(draftChanged(text));
    fill();
    const held = typed.get();
    store.update(draftChanged(held));
    if (held !== text) annotate(held);
  }

  mountImport(store, {
    startArticle,
    openSaved(saved) {
      store.update(restored(saved));
      if (!saved.found) annotate(saved.text);
    },
    insert(text) {
      if (box.value === "") begin(text, () => typed.insert(text));
      else {
        typed.insert(text);
        annotate(typed.get());
      }
    },
    applyAnnotations(annotations) {
      const { text, draft } = store.get();
      return applyAnnotations(draft ?? text, annotations);
    },
  });
  box.addEventListener("input", () => store.update(draftChanged(typed.get())));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) annotate(typed.get());
  });
  part("annotate").addEventListener("click", () => annotate(typed.get()));
  part("example").addEventListener("click", () => startArticle(EXAMPLE));

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
    const held = state.draft ?? state.text;
    const wasAway = box.readOnly;
    box.readOnly = state.phase === "working" && held.length > LONG;
    box.placeholder = box.readOnly ? "The text is long and not shown here while it is annotated." : "";
    // A box that nobody sees is not filled: with a long text that takes a while.
    if (state.view !== "editing" || box.readOnly) return;
    const news = wasAway || state.view !== before.view || held !== (before.draft ?? before.text);
    if (news && held !== typed.get()) typed.set(held);
  });
}
