/**
 * A word about a text of which little can be expected.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("./notices.js").Notices} Notices
 */

import { isInOtherScript } from "../document/script.js";

/** @param {Store} store @param {Notices} notices */
export function mountForeign(store, notices) {
  store.subscribe((state, before) => {
    if (state.text === before.text && state.found === before.found) return;
    if (!state.document || !isInOtherScript(state.text)) return notices.hush("script");
    if (state.found !== before.found) {
      notices.say(
        "script",
        "Most of this text is in another script. Newsmark reads English news, and finds little in other languages.",
      );
    }
  });
}
