/**
 * Text as it was pasted. A text box turns every line break into "\n"; whoever pastes a whole article
 * shall get its own line breaks back, so the clipboard's text is remembered beside the box.
 */

/** @param {string} text */
export const inBox = (text) => text.replace(/\r\n?/g, "\n");

/** @param {ClipboardEvent} event */
export const plainText = (event) => event.clipboardData?.getData("text/plain") ?? "";

/** @param {HTMLTextAreaElement} box */
export function boxText(box) {
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
     * Call it for a paste before the browser acts on it.
     * @param {ClipboardEvent} event
     */
    pasted(event) {
      const whole = box.selectionStart === 0 && box.selectionEnd === box.value.length;
      if (whole) exact = plainText(event);
    },
  };
}
