/**
 * All ways into the page but typing: what is pasted, dropped or opened.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/saved.js").Saved} Saved
 *
 * @typedef {Object} Handlers
 * @property {(text: string) => void} startArticle begins another article with a text
 * @property {(saved: Saved) => void} openSaved shows a saved article
 * @property {(text: string) => void} insert puts a text where the cursor is
 * @property {(annotations: string) => Promise<void>} applyAnnotations marks the open article as a file of annotations says
 */

import { part } from "../dom.js";
import { showError } from "../state/updates.js";
import { readFile } from "./file.js";
import { transferredText } from "./paste.js";
import { UserError } from "./user-error.js";

const LINK = "This is only a link, and Newsmark fetches nothing. Open it, select the article, and paste it here.";

/**
 * @param {Store} store
 * @param {Handlers} handlers
 */
export function mountImport(store, { startArticle, openSaved, insert, applyAnnotations }) {
  const box = /** @type {HTMLTextAreaElement} */ (part("box"));
  const file = /** @type {HTMLInputElement} */ (part("file"));

  /** @param {ArrayLike<File>} files */
  async function open(files) {
    try {
      if (files.length > 1) throw new UserError("Newsmark opens one file at a time.");
      const read = await readFile(files[0]);
      if ("saved" in read) openSaved(read.saved);
      else if ("annotations" in read) await applyAnnotations(read.annotations);
      else startArticle(read.text);
    } catch (error) {
      store.update(showError(error instanceof UserError ? error.message : "This file could not be read."));
    }
  }

  document.addEventListener("paste", (event) => {
    const inBox = event.target === box;
    if (!inBox && isField(event.target)) return;
    const data = event.clipboardData;
    const text = transferredText(data);
    if (text === "") {
      if (data?.files.length) {
        event.preventDefault();
        open(data.files);
      }
      return;
    }
    const whole = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    // Whoever pastes beside the box means the box, as long as nothing is lost by it.
    if (!inBox && store.get().view === "editing" && box.value !== "") return;
    event.preventDefault();
    // What takes the place of an article is another article; the first one is still kept.
    const blank = box.value === "" && store.get().text === "";
    if (inBox && (blank || !whole)) insert(text);
    else startArticle(text);
  });

  part("open").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    if (file.files?.length) await open(file.files);
    file.value = "";
  });

  // Entered and not yet left: an element inside is entered before the one around it is left.
  let depth = 0;
  /** @param {number} now */
  const hover = (now) => {
    depth = Math.max(0, now);
    document.documentElement.toggleAttribute("data-drop", depth > 0);
  };
  // Whoever lets go of selected words somewhere on the page wants no other article of them.
  let own = false;
  document.addEventListener("dragstart", () => (own = true));
  document.addEventListener("dragend", () => (own = false));
  document.addEventListener("dragenter", (event) => hasFiles(event) && hover(depth + 1));
  document.addEventListener("dragleave", (event) => hasFiles(event) && hover(depth - 1));
  document.addEventListener(
    "dragover",
    (event) => (isField(event.target) && !hasFiles(event)) || event.preventDefault(),
  );
  document.addEventListener("drop", (event) => {
    hover(0);
    const data = event.dataTransfer;
    // Text that is dropped into a field goes where the pointer is.
    if (!data || (isField(event.target) && !hasFiles(event))) return;
    // Without this the browser would leave the page for what is dropped.
    event.preventDefault();
    if (own) return;
    if (data.files.length > 0) open(data.files);
    else if (data.types.includes("text/uri-list")) store.update(showError(LINK));
    else if (transferredText(data).trim() !== "") startArticle(transferredText(data));
  });
}

/** @param {DragEvent} event */
const hasFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

/** @param {EventTarget|null} target */
const isField = (target) => target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
