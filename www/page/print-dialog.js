/** Prints a dialog instead of the article. */

/** @param {HTMLElement} dialog */
export function printDialog(dialog) {
  const { dataset } = document.documentElement;
  dataset.print = dialog.id;
  addEventListener("afterprint", () => delete dataset.print, { once: true });
  print();
}
