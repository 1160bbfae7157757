/**
 * What the page has to say beside its work, a line for each matter: it stays until it no longer
 * holds or is sent away.
 */

import { button, element } from "../dom.js";

/** @param {HTMLElement} region a live region */
export function createNotices(region) {
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map();

  /** @param {string} about */
  function hush(about) {
    shown.get(about)?.remove();
    shown.delete(about);
  }

  return {
    /**
     * @param {string} about the matter; a later line about it takes this one's place
     * @param {string} text
     * @param {{label: string, act: () => void}} [offer] what can be done about it
     */
    say(about, text, offer) {
      hush(about);
      const line = element("p", "notice", element("span", "", text));
      if (offer) {
        line.append(
          button("", offer.label, () => {
            hush(about);
            offer.act();
          }),
        );
      }
      line.append(button("quiet", "Close", () => hush(about)));
      shown.set(about, line);
      region.append(line);
    },
    hush,
  };
}

/** @typedef {ReturnType<typeof createNotices>} Notices */
