/**
 * The About dialog: what the page is, how to check that nothing leaves it, its version and its licences. The build
 * writes the versions into index.html (scripts/facts.mjs).
 */

import { part } from "../dom.js";
import { bytes } from "../worker/source.js";
import { licences } from "../worker/start.js";
import { mountDialog } from "./dialog.js";

export function mountAbout() {
  mountDialog("about");
  const folded = /** @type {HTMLDetailsElement} */ (part("licences"));
  // Loaded on demand: tens of kilobytes that few will read.
  folded.addEventListener("toggle", async () => {
    const text = part("licences-text");
    if (!folded.open || text.textContent) return;
    text.textContent = await bytes(licences()).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => "",
    );
    part("licences-missing").hidden = text.textContent !== "";
  });
}
