/**
 * Names as they are spelled.
 *
 * @typedef {import("../types.js").Range} Range
 */

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** @type {(text: string, at: number) => boolean} */
const wordAfter = (text, at) =>
  at < text.length && WORD.test(String.fromCodePoint(/** @type {number} */ (text.codePointAt(at))));

/** @type {(text: string, at: number) => boolean} */
function wordBefore(text, at) {
  const low = at > 1 && /[\udc00-\udfff]/.test(text[at - 1]);
  return at > 0 && WORD.test(text.slice(low ? at - 2 : at - 1, at));
}

/**
 * Every place where a text has these words and no word goes on over their ends.
 * @param {string} text
 * @param {string} words
 * @returns {Range[]} in order, none over another
 */
export function occurrences(text, words) {
  /** @type {Range[]} */
  const found = [];
  if (words === "") return found;
  const [opens, closes] = [wordAfter(words, 0), wordBefore(words, words.length)];
  for (let at = text.indexOf(words); at >= 0; ) {
    const end = at + words.length;
    const alone = !(opens && wordBefore(text, at)) && !(closes && wordAfter(text, end));
    if (alone) found.push([at, end]);
    at = text.indexOf(words, alone ? end : at + 1);
  }
  return found;
}

/** A name without article and possessive, its blanks made one. @param {string} name */
export const plainName = (name) =>
  name
    .trim()
    .replace(/\s+/g, " ")
    .replace(/(?<=.)(['’]s|(?<=s)['’])$/iu, "")
    .replace(/^the (?=.)/i, "");

/** The same for comparing. @param {string} name */
export const bareName = (name) => plainName(name).toLowerCase();

/** @param {string} name */
export const lastWord = (name) => bareName(name).split(" ").at(-1) ?? "";

/** @param {string} name */
const wordCount = (name) => plainName(name).split(" ").length;

/**
 * The name with the most words, of these the longest, of these the first.
 * @param {string[]} forms at least one
 */
export function fullestName(forms) {
  return plainName(forms.reduce((best, form) => (isFuller(form, best) ? form : best)));
}

/** @type {(name: string, than: string) => boolean} */
export const isFuller = (name, than) =>
  wordCount(name) > wordCount(than) ||
  (wordCount(name) === wordCount(than) && plainName(name).length > plainName(than).length);
