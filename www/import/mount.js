/**
 * All ways to bring in text other than typing: paste, drop, open a file.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("./newsmark.js").Opened} Opened
 *
 * @typedef {Object} Handlers
 * @property {(given: readonly (File|FileSystemEntry)[]) => boolean} takeMany takes files that are not one article, if they
 *   are not
 * @property {(article: import("./file.js").Article) => void} startArticle starts a new article
 * @property {(saved: Opened) => void} openSaved shows a saved article
 * @property {(article: import("./file.js").Article) => void} insert inserts a text at the cursor
 * @property {(annotations: string) => Promise<void>} applyAnnotations annotates the open article from a file of
 *   annotations
 */

import { droppedOn } from "../desk/door.js";
import { part } from "../dom.js";
import { showError } from "../state/updates.js";
import { readFile } from "./file.js";
import { mayBePage, pastedArticle, transferred } from "./paste.js";
import { UserError } from "./user-error.js";

const LINK =
  "This is a link, and Newsmark never downloads anything. Open the link, select the article, and paste it here.";

/**
 * @param {Store} store
 * @param {Handlers} handlers
 */
export function mountImport(store, { takeMany, startArticle, openSaved, insert, applyAnnotations }) {
  const box = /** @type {HTMLTextAreaElement} */ (part("box"));

  /** @param {readonly (File|FileSystemEntry)[]} given */
  async function open(given) {
    if (takeMany(given)) return;
    try {
      const read = await readFile(/** @type {File} */ (given[0]));
      if ("saved" in read) openSaved(read.saved);
      else if ("annotations" in read) await applyAnnotations(read.annotations);
      else startArticle(read);
    } catch (error) {
      store.update(showError(error instanceof UserError ? error.message : "This file could not be read."));
    }
  }

  document.addEventListener("paste", (event) => {
    const inBox = event.target === box;
    if (!inBox && isField(event.target)) return;
    const data = event.clipboardData;
    const given = transferred(data);
    if (given.plain === "" && given.html === "") {
      if (data?.files.length) {
        event.preventDefault();
        open([...data.files]);
      }
      return;
    }
    const whole = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    // Pasting outside the box means the box, as long as nothing is lost.
    if (!inBox && store.get().view === "editing" && box.value !== "") return;
    event.preventDefault();
    // A paste that replaces a whole article starts a new one; the old one stays saved.
    const blank = box.value === "" && store.get().text === "";
    withArticle(given, inBox && (blank || !whole) ? insert : startArticle);
  });

  for (const [name, opener] of [
    ["file", "open"],
    ["folder", "open-folder"],
  ]) {
    const chooser = /** @type {HTMLInputElement} */ (part(name));
    part(opener).addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", async () => {
      if (chooser.files?.length) await open([...chooser.files]);
      chooser.value = "";
    });
  }

  // Elements entered and not yet left: a child is entered before its parent is left.
  let depth = 0;
  /** @param {number} now */
  const hover = (now) => {
    depth = Math.max(0, now);
    document.documentElement.toggleAttribute("data-drop", depth > 0);
  };
  // Dropping a selection of the page itself does not start a new article.
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
    // Text dropped into a field goes where the pointer is.
    if (!data || (isField(event.target) && !hasFiles(event))) return;
    // Otherwise the browser would leave the page and open what was dropped.
    event.preventDefault();
    if (own) return;
    if (data.files.length > 0) open(droppedOn(data));
    else if (data.types.includes("text/uri-list")) store.update(showError(LINK));
    else {
      const given = transferred(data);
      if (given.plain.trim() !== "" || given.html !== "") withArticle(given, startArticle);
    }
  });
}

/**
 * Hands over what was pasted or dropped: plain text at once, what may come from a page when its article has been found.
 * @param {import("./paste.js").Transferred} given
 * @param {(article: import("./file.js").Article) => void} use
 */
async function withArticle(given, use) {
  if (given.html === "" && !mayBePage(given.plain)) return use({ text: given.plain });
  const article = await pastedArticle(given);
  if (article.text.trim() !== "") use(article);
}

/** @param {DragEvent} event */
const hasFiles = (event) => event.dataTransfer?.types.includes("Files") ?? false;

/** @param {EventTarget|null} target */
const isField = (target) => target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
