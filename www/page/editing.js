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
import { clear, draftChanged, edit, metadataChanged, read, showError } from "../state/updates.js";

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
 * @param {import("./notices.js").Notices} notices
 * @param {import("../import/mount.js").Handlers["takeMany"]} takeMany
 */
export function mountEditing(store, work, applyAnnotations, notices, takeMany) {
  const box = /** @type {HTMLTextAreaElement} */ (part("box"));
  const typed = exactText(box);

  /** @param {string} text */
  function annotate(text) {
    if (text.trim() === "") return box.focus();
    // The store reports what goes wrong.
    work.annotate(text).catch(() => {});
  }

  /** @param {import("../import/file.js").Article} article */
  function startArticle(article) {
    store.update(clear);
    beginArticle(article, (text) => typed.set(text));
  }

  /**
   * @param {import("../import/file.js").Article} article
   * @param {(text: string) => void} fill puts a text into the box
   */
  function beginArticle(article, fill) {
    const { text } = article;
    if ("metadata" in article) {
      store.update(metadataChanged(article.metadata));
      if ("left_out" in article && article.left_out !== "") offerWhole(article);
    }
    begin(text, () => fill(text));
  }

  /**
   * Says what of a page is missing, and offers the whole text. It is the same article then.
   * @param {import("../import/extractor.js").Extracted} article
   */
  function offerWhole({ left_out, whole }) {
    notices.show("left-out", `Only the article is shown. Left out of the page: ${left_out}.`, {
      label: "Show all",
      act: () => begin(whole, () => typed.set(whole)),
    });
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
    takeMany,
    startArticle,
    openSaved({ problem, ...saved }) {
      store.update(restored(saved));
      if (problem) notices.show("import", problem);
      if (!saved.found) annotate(saved.text);
    },
    insert(article) {
      if (box.value === "") beginArticle(article, (text) => typed.insert(text));
      else {
        typed.insert(article.text);
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
  part("example").addEventListener("click", () => startArticle({ text: EXAMPLE }));

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
    if (state.article !== before.article) notices.dismiss("left-out");
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
