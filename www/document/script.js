/** In which script a text is written. */

/** So many characters of the beginning are read: the rest is hardly in another script. */
const READ = 4000;
/** Fewer letters say nothing: a name, a line of emoji. */
const ENOUGH = 20;

/**
 * Whether most letters of a text are not Latin ones. The engine is made for English.
 * @param {string} text
 */
export function isInOtherScript(text) {
  const letters = text.slice(0, READ).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return letters.length >= ENOUGH && latin.length * 2 < letters.length;
}
