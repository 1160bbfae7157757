/**
 * A notice for a text that is not in English, where few results are to be expected.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("./notices.js").Notices} Notices
 */

/** Only this many characters are examined: the rest is unlikely to be in another script. */
const EXAMINED = 4000;
/** Fewer letters than this, such as a name or a line of emoji, prove nothing. */
const ENOUGH = 20;

/**
 * Whether most letters of a text are outside the Latin script.
 * @param {string} text
 */
export function isInOtherScript(text) {
  const letters = text.slice(0, EXAMINED).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return letters.length >= ENOUGH && latin.length * 2 < letters.length;
}

/** @param {Store} store @param {Notices} notices */
export function mountLanguageNotice(store, notices) {
  store.subscribe((state, before) => {
    if (state.text === before.text && state.found === before.found) return;
    if (!state.document || !isInOtherScript(state.text)) return notices.dismiss("script");
    if (state.found !== before.found) {
      notices.show(
        "script",
        "Most of this text is in another script. Newsmark is made for English news and finds little in other languages.",
      );
    }
  });
}
