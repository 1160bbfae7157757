/**
 * Keeps pasted text exactly as it was. A text box turns every line break into "\n", so the original text is remembered
 * next to the box.
 */

import { fragmentText } from "./html.js";

/** @param {string} text */
export const inBox = (text) => text.replace(/\r\n?/g, "\n");

/**
 * The text that is pasted or dropped. HTML is preferred, because it tells paragraphs from line breaks and the article
 * from buttons.
 * @param {DataTransfer|null} data
 */
export function transferredText(data) {
  const plain = data?.getData("text/plain") ?? "";
  const html = data?.getData("text/html") ?? "";
  const rich = html && fragmentText(html);
  // HTML that yields much less than the plain text was not understood.
  return rich && letters(rich) * 2 > letters(plain) ? rich : plain;
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
