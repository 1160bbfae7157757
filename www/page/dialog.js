/** Dialogs that show something to read over the page. */

import { part } from "../dom.js";

/**
 * Connects a dialog to the button that opens it, `NAME-open`, and the one that closes it, `NAME-close`.
 * @param {string} name the dialog's id
 * @param {() => void} [prepare] called before it is shown
 * @returns {() => void} opens the dialog
 */
export function mountDialog(name, prepare = () => {}) {
  const dialog = /** @type {HTMLDialogElement} */ (part(name));
  part(`${name}-open`).addEventListener("click", open);
  part(`${name}-close`).addEventListener("click", () => dialog.close());
  // A click on the backdrop closes the dialog.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

  function open() {
    prepare();
    dialog.showModal();
    // Start reading at the top; the first focusable element may be at the end.
    part(`${name}-label`).focus();
    dialog.scrollTop = 0;
  }
  return open;
}
