/**
 * About: what this is, how to check that nothing leaves it, which version it is, what it is made of. The
 * versions are written into index.html by the build (scripts/facts.mjs).
 */

import { part } from "../dom.js";
import { bytes } from "../worker/source.js";
import { licences } from "../worker/start.js";
import { mountDialog } from "./dialog.js";

export function mountAbout() {
  mountDialog("about");
  const folded = /** @type {HTMLDetailsElement} */ (part("licences"));
  // Tens of kilobytes that few want to read.
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
