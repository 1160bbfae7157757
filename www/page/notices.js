/** Notices at the top of the page, one line per topic. Each stays until it no longer applies or is dismissed. */

import { button, element } from "../dom.js";

/** @param {HTMLElement} region a live region */
export function createNotices(region) {
  /** @type {Map<string, HTMLElement>} */
  const lines = new Map();

  /** @param {string} about */
  function dismiss(about) {
    lines.get(about)?.remove();
    lines.delete(about);
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
