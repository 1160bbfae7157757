/**
 * Puts text on the clipboard in two forms, in answer to a press of a button or a key.
 *
 * @typedef {{plain: string, rich: string}} Content
 */

/** @type {Content|null} */
let wanted = null;

/** Whether a copy event will be answered, although nothing may be selected. */
export const answersCopy = () => wanted !== null;

/**
 * Answers a copy event with what copy() was asked for.
 * @param {ClipboardEvent} event
 * @returns {boolean} whether it was answered
 */
export function answerCopy(event) {
  if (!wanted || !event.clipboardData) return false;
  fill(event, wanted);
  wanted = null;
  return true;
}

/** @param {ClipboardEvent} event @param {Content} content */
export function fill(event, { plain, rich }) {
  event.clipboardData?.setData("text/plain", plain);
  event.clipboardData?.setData("text/html", rich);
  event.preventDefault();
}

/**
 * The command is deprecated, but needs no permission and works in pages from disk and over plain HTTP.
 * @param {Content} content
 * @returns {Promise<boolean>} whether it is on the clipboard
 */
export async function copy(content) {
  wanted = content;
  document.execCommand("copy");
  if (wanted === null) return true;
  wanted = null;
  try {
    const item = (/** @type {string} */ text, /** @type {string} */ type) => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": item(content.plain, "text/plain"),
        "text/html": item(content.rich, "text/html"),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}
