/**
 * The editing view: the text box and its buttons.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { part } from "../dom.js";
import { EXAMPLE } from "../import/example.js";
import { mountImport } from "../import/mount.js";
import { exactText } from "../import/paste.js";
import { restored } from "../state/saved.js";
import { clear, draftChanged, edit, read, showError } from "../state/updates.js";

const EMPTY = "There is no text yet. Paste an article into the box, or open a file.";

/**
 * A text with more characters than this is not put into the box while it is annotated: the browser would spend a tenth
 * of a second or more to lay it out, only to hide it.
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
    // The store reports what goes wrong.
    work.annotate(text).catch(() => {});
  }

  /** @param {string} text */
  function startArticle(text) {
    store.update(clear);
    begin(text, () => typed.set(text));
  }

  /**
   * Starts annotating before the box is filled, because filling it takes the browser about as long as the annotation.
   * @param {string} text
   * @param {() => void} fill puts the text into the box
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
  box.addEventListener("input", () => {
    store.update(draftChanged(typed.get()));
    if (store.get().error === EMPTY) store.update(showError(""));
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) annotate(typed.get());
  });
  part("annotate").addEventListener("click", () => {
    if (typed.get().trim() === "") store.update(showError(EMPTY));
    annotate(typed.get());
  });
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
  part("back").addEventListener("click", () => {
    store.update(read);
    part("article").focus({ preventScroll: true });
  });

  store.subscribe((state, before) => {
    part("back").hidden = state.document === null;
    const held = state.draft ?? state.text;
    const wasAway = box.readOnly;
    box.readOnly = state.phase === "working" && held.length > LONG;
    box.placeholder = box.readOnly ? "This long text is hidden while it is being annotated." : "";
    // A hidden box is not filled, because that takes a while for a long text.
    if (state.view !== "editing" || box.readOnly) return;
    const news = wasAway || state.view !== before.view || held !== (before.draft ?? before.text);
    if (news && held !== typed.get()) typed.set(held);
  });
}
