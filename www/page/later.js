/** Dialogs whose code is loaded when they are first opened. */

import { part } from "../dom.js";

/**
 * @param {string} name the dialog's id; the button that opens it is `NAME-open`
 * @param {() => Promise<() => void>} load mounts the dialog and gives the function that opens it
 * @param {import("./notices.js").Notices} notices
 */
export function openLater(name, load, notices) {
  const opener = part(`${name}-open`);
  let isLoading = false;
  opener.addEventListener("click", first);

  async function first() {
    if (isLoading) return;
    isLoading = true;
    try {
      const open = await load();
      // From now on, the dialog listens to its button itself.
      opener.removeEventListener("click", first);
      open();
    } catch {
      notices.show(name, "This part of Newsmark could not be loaded. Check the connection, and try again.");
    }
    isLoading = false;
  }
}
