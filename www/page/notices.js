/** Notices at the top of the page, one line per topic. Each stays until it no longer applies or is dismissed. */

import { button, element, part } from "../dom.js";

/** @param {HTMLElement} region a live region */
export function createNotices(region) {
  /** @type {Map<string, HTMLElement>} */
  const lines = new Map();

  /** @param {string} about */
  function dismiss(about) {
    const line = lines.get(about);
    if (!line) return;
    const hasFocus = line.contains(document.activeElement);
    line.remove();
    lines.delete(about);
    // The focus would be lost.
    if (hasFocus)
      part(document.documentElement.dataset.view === "reading" ? "article" : "box").focus({ preventScroll: true });
  }

  return {
    /**
     * @param {string} about the topic; a new notice replaces an older one on the same topic
     * @param {string} text
     * @param {{label: string, act: () => void}} [action] what the user can do about it
     */
    show(about, text, action) {
      dismiss(about);
      const line = element("p", "notice", element("span", "", text));
      if (action) {
        line.append(
          button("", action.label, () => {
            dismiss(about);
            action.act();
          }),
        );
      }
      line.append(button("subtle", "Close", () => dismiss(about)));
      lines.set(about, line);
      region.append(line);
    },
    dismiss,
  };
}

/** @typedef {ReturnType<typeof createNotices>} Notices */
