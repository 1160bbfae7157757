/**
 * The page while a text is put in: the box, its buttons, what is dropped on the page.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { EXAMPLE } from "../import/example.js";
import { fileText } from "../import/file.js";
import { boxText, plainText } from "../import/paste.js";
import { clear, drafted, edit, failed, read } from "../state/updates.js";
import { part } from "./dom.js";

/**
 * @param {Store} store
 * @param {{annotate: (text: string) => Promise<unknown>, cancel: () => void}} work
 */
export function mountWriting(store, work) {
  const box = /** @type {HTMLTextAreaElement} */ (part("box"));
  const file = /** @type {HTMLInputElement} */ (part("file"));
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

  /** @param {Blob|undefined} given */
  async function open(given) {
    if (!given) return;
    try {
      take(await fileText(given));
    } catch {
      store.update(failed("This file could not be read."));
    }
  }

  box.addEventListener("paste", (event) => {
    typed.pasted(event);
    // The box has the text only after this event.
    setTimeout(() => annotate(typed.get()));
  });
  // Whoever pastes beside the box means the box, as long as nothing is lost by it.
  document.addEventListener("paste", (event) => {
    const text = plainText(event);
    if (event.target === box || text === "" || (store.get().view === "writing" && box.value !== "")) return;
    event.preventDefault();
    take(text);
  });
  box.addEventListener("input", () => store.update(drafted(typed.get())));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) annotate(typed.get());
  });
  part("annotate").addEventListener("click", () => annotate(typed.get()));
  part("example").addEventListener("click", () => take(EXAMPLE));
  part("open").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    await open(file.files?.[0]);
    file.value = "";
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    const given = event.dataTransfer?.files[0];
    if (!given) return;
    event.preventDefault();
    open(given);
  });

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
  part("cancel").addEventListener("click", work.cancel);

  store.subscribe((state, before) => {
    part("back").hidden = state.document === null;
    const held = state.draft ?? state.text;
    if (held !== (before.draft ?? before.text) && held !== typed.get()) typed.set(held);
  });
}
