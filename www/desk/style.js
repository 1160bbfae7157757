/** The style sheet of the desk, which the single file has from the start. */

import { element } from "../dom.js";

/** Resolves when the desk can be shown. @returns {Promise<void>} */
export function loadStyle() {
  if (document.querySelector("script[data-embedded]")) return Promise.resolve();
  const link = element("link");
  link.rel = "stylesheet";
  link.href = "desk/style.css";
  return new Promise((resolve) => {
    link.addEventListener("load", () => resolve());
    // It works without, if not as well.
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
}
