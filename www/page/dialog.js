/**
 * A sheet: a dialog with something to be read, over the page.
 */

import { part } from "../dom.js";

/**
 * A sheet with its button that opens it, `NAME-open`, and the one that closes it, `NAME-close`.
 * @param {string} name of the dialog
 * @param {() => void} [prepare] before it is shown
 * @returns {() => void} opens it
 */
export function mountDialog(name, prepare = () => {}) {
  const sheet = /** @type {HTMLDialogElement} */ (part(name));
  part(`${name}-open`).addEventListener("click", open);
  part(`${name}-close`).addEventListener("click", () => sheet.close());
  // A click beside the sheet closes it.
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());

  function open() {
    prepare();
    sheet.showModal();
    // It is read from its beginning; the first thing to be pressed may be at its end.
    part(`${name}-label`).focus();
    sheet.scrollTop = 0;
  }
  return open;
}
