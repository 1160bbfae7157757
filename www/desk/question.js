/** A question before something that takes long or cannot be undone. */

import { button, element } from "../dom.js";

/**
 * @param {string} words
 * @param {string} yes what the button says that does it
 * @returns {Promise<boolean>}
 */
export function ask(words, yes) {
  const dialog = element("dialog", "question");
  const keep = button("primary", "Cancel", () => dialog.close(""));
  dialog.append(
    element("p", "", words),
    element(
      "div",
      "actions",
      button("", yes, () => dialog.close("yes")),
      keep,
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  keep.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
