/**
 * Keeps pasted text exactly as it was. A text box turns every line break into "\n", so the original text is remembered
 * next to the box.
 */

import { extractFragment, extractPlain } from "./extractor.js";

/** @param {string} text */
export const inBox = (text) => text.replace(/\r\n?/g, "\n");

/**
 * What is pasted or dropped. It has to be taken before the event is over.
 * @param {DataTransfer|null} data
 */
export const transferred = (data) => ({
  plain: data?.getData("text/plain") ?? "",
  html: data?.getData("text/html") ?? "",
});

/** @typedef {ReturnType<typeof transferred>} Transferred */

/** Lines of at most so many words are those of menus, if there are many of them. */
const SHORT_LINE = 6;
const MANY_SHORT_LINES = 10;
const PARAGRAPH = 80;

/**
 * Whether plain text may have been copied from a whole page: only then is the part of Newsmark loaded that finds the
 * article in it.
 * @param {string} text
 */
export function mayBePage(text) {
  const lines = text.split("\n").map((line) => line.trim());
  const short = lines.filter((line) => line && !/[.!?…:”"’)]$/.test(line) && line.split(/\s+/).length <= SHORT_LINE);
  return short.length >= MANY_SHORT_LINES && lines.filter((line) => line.length >= PARAGRAPH).length >= 2;
}

/**
 * The text that is pasted or dropped, and where it comes from. HTML is preferred, because it tells paragraphs from line
 * breaks and the article from menus.
 * @param {Transferred} transferred
 * @returns {Promise<import("./extractor.js").Extracted|{text: string}>}
 */
export async function pastedArticle({ plain, html }) {
  try {
    const rich = html ? await extractFragment(html) : null;
    // HTML that yields much less than the plain text was not understood.
    if (rich && letters(rich.whole) * 2 > letters(plain)) return rich;
    return (mayBePage(plain) ? await extractPlain(plain) : null) ?? { text: plain };
  } catch {
    // The plain text is better than none.
    return { text: plain };
  }
}

/** @param {string} text */
const letters = (text) => text.replace(/\s+/g, "").length;

/** @param {HTMLTextAreaElement} box */
export function exactText(box) {
  let exact = "";
  return {
    /** The original text if the box still holds it, otherwise the contents of the box. */
    get: () => (inBox(exact) === box.value ? exact : box.value),
    /** @param {string} text */
    set(text) {
      exact = text;
      box.value = text;
    },
    /**
     * Inserts a text at the cursor so that the browser can undo it.
     * @param {string} text
     */
    insert(text) {
      exact = box.value === "" ? text : exact;
      box.focus();
      // The command is deprecated but has no replacement. Longer texts would take it seconds.
      const undoable = text.length < 200_000 && document.execCommand("insertText", false, text);
      if (undoable) return;
      box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
}
