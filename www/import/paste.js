/**
 * Text as it was pasted. A text box turns every line break into "\n"; whoever pastes a whole article
 * shall get its own line breaks back, so the clipboard's text is remembered beside the box.
 */

import { fragmentText } from "./html.js";

/** @param {string} text */
export const inBox = (text) => text.replace(/\r\n?/g, "\n");

/**
 * What is pasted or dropped, as text. Markup is asked first: it tells paragraphs from line breaks,
 * and what is article from what is button.
 * @param {DataTransfer|null} data
 */
export function transferredText(data) {
  const plain = data?.getData("text/plain") ?? "";
  const html = data?.getData("text/html") ?? "";
  const rich = html && fragmentText(html);
  // Markup that says much less than the plain text was not understood.
  return rich && letters(rich) * 2 > letters(plain) ? rich : plain;
}

/** @param {string} text */
const letters = (text) => text.replace(/\s+/g, "").length;

/** @param {HTMLTextAreaElement} box */
export function exactText(box) {
  let exact = "";
  return {
    /** The text as it was given, if the box still holds it; else what the box holds. */
    get: () => (inBox(exact) === box.value ? exact : box.value),
    /** @param {string} text */
    set(text) {
      exact = text;
      box.value = text;
    },
    /**
     * Puts a text where the cursor is, in a way that the browser's undo can take back.
     * @param {string} text
     */
    insert(text) {
      exact = box.value === "" ? text : exact;
      box.focus();
      // The command is old and has no successor. It takes seconds for what is longer.
      const undoable = text.length < 200_000 && document.execCommand("insertText", false, text);
      if (undoable) return;
      box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
}
