/**
 * A notice for a text that is not in English, where few results are to be expected. It is shown before the results.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("./notices.js").Notices} Notices
 */

import { ENGLISH_WORDS } from "../generated/tables.js";

/** Only this many characters are examined: the rest is unlikely to be in another language. */
const EXAMINED = 4000;
/** Fewer letters than this, such as a name or a line of emoji, prove nothing. */
const ENOUGH = 20;
/** The same for words. Those with a capital letter do not count, because they may be names. */
const ENOUGH_WORDS = 20;
/**
 * Of the words of English text without a capital, more than this share are in the list. No article of the corpora has
 * fewer (OntoNotes, worldwide, PolNeAR: about 6,000), and in fifteen other languages there were none at all.
 */
const ENGLISH = 0.03;

const WORDS = new Set(ENGLISH_WORDS.split(" "));

/**
 * Whether most letters of a text are outside the Latin script.
 * @param {string} text
 */
export function isInOtherScript(text) {
  const letters = text.slice(0, EXAMINED).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return letters.length >= ENOUGH && latin.length * 2 < letters.length;
}

/**
 * Whether a text in the Latin script is in another language than English.
 * @param {string} text
 */
export function isInOtherLanguage(text) {
  const words = text.slice(0, EXAMINED).match(/(?<![\p{L}\p{M}’'])\p{Ll}[\p{L}\p{M}’']*/gu) ?? [];
  return words.length >= ENOUGH_WORDS && words.filter((word) => WORDS.has(word)).length < ENGLISH * words.length;
}

/** @param {string} text @returns {string} empty for English */
function expectation(text) {
  if (isInOtherScript(text))
    return "Most of this text is in another script. Newsmark is made for English news and finds little in other languages.";
  if (isInOtherLanguage(text))
    return "This text does not seem to be in English. Newsmark is made for English news: in other languages it misses quotations and marks words that are not names.";
  return "";
}

/** @param {Store} store @param {Notices} notices */
export function mountLanguageNotice(store, notices) {
  let examined = "";
  /** The text that is shown, or that is being annotated. @param {State} state */
  const current = ({ phase, draft, text, document }) => (phase === "working" ? (draft ?? text) : document ? text : "");

  store.subscribe((state) => {
    const text = current(state);
    if (text === examined) return;
    examined = text;
    const sentence = expectation(text);
    if (sentence === "") notices.dismiss("language");
    else notices.show("language", sentence);
  });
}
