/**
 * What the page has to say beside its work, a line for each matter: it stays until it no longer
 * holds or is sent away.
 */

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
     * @param {string} about the matter; a later line about it takes this one's place
     * @param {string} text
     * @param {{label: string, act: () => void}} [action] what can be done about it
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
