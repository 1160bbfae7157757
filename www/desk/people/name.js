/**
 * A personal name as it is compared across articles: its parts, without case, diacritics, points, forms of address and
 * titles.
 *
 * @typedef {Object} Name
 * @property {string} given the first given name or the initials; empty if there is only one name
 * @property {string[]} middle
 * @property {string} last the surname, or the only name
 * @property {string} generation “jr”, “sr”, “ii” and so on; empty without one
 * @property {boolean} isJoined whether it has a hyphen, or a family name in front: such names are also written in one word
 */

import { ADDRESSES, FAMILY_NAMES, PERSONAL_TITLES, SHORT_FORMS } from "../../generated/name-tables.js";

const addresses = new Set(ADDRESSES.split(" "));
const titles = new Set(PERSONAL_TITLES.split(" "));
const familyNames = new Set(FAMILY_NAMES.split(" "));

/** Letters that are not a letter with a diacritic. @type {Record<string, string>} */
const LETTERS = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d" };

/** @param {string} text */
export const folded = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđßæœıþð]/g, (letter) => LETTERS[letter]);

const GENERATION = /^(?:jr|junior|sr|senior|i{2,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi|xxiii)$/;
/** @type {Record<string, string>} */
const GENERATIONS = { junior: "jr", senior: "sr" };

/** The possessive may be part of what was marked. */
const POSSESSIVE = /['’]s?$/;
const BETWEEN = /[\s,"“”()]+/;
const MARKS = /[^\p{L}\p{N}]/gu;
const HYPHEN = /\p{L}[-‐‑]\p{L}/u;

/** @param {string} written @returns {Name} */
export function nameOf(written) {
  const words = folded(written.replace(POSSESSIVE, ""))
    .split(BETWEEN)
    .map((word) => word.replace(MARKS, ""))
    .filter((word) => word !== "");
  const isTitle = (/** @type {string} */ word) => addresses.has(word) || titles.has(word);
  while (words.length > 1 && isTitle(words[0])) words.shift();
  let generation = "";
  if (words.length > 1 && GENERATION.test(words[words.length - 1])) generation = words.pop() ?? "";
  const last = words.pop() ?? "";
  const [given = "", ...middle] = withInitialsJoined(words);
  return {
    given,
    middle,
    last,
    generation: GENERATIONS[generation] ?? generation,
    isJoined: HYPHEN.test(written) || familyNames.has(given),
  };
}

/** “J. D. Vance” is “J.D. Vance”. @param {string[]} words */
function withInitialsJoined(words) {
  const initials = words.findIndex((word) => word.length > 1);
  const count = initials < 0 ? words.length : initials;
  return count > 1 ? [words.slice(0, count).join(""), ...words.slice(count)] : words;
}

/** Whether it says who is meant, given name and surname. @param {Name} name */
export const isFull = ({ given }) => given.length > 1;

/** The name in one word. @param {Name} name */
export const inOneWord = ({ given, middle, last }) => `${given}${middle.join("")}${last}`;

/**
 * The name in one word with the family name in front moved to the end: “Han Ji-hye” is “Ji-hye Han”; null if it does not
 * begin with one.
 * @param {Name} name
 */
export const turned = ({ given, middle, last }) =>
  familyNames.has(given) ? `${middle.join("")}${last}${given}` : null;

/**
 * Whether the second name may be a longer form of the first: middle names may be left out but not differ.
 * @param {string[]} a
 * @param {string[]} b
 */
export function middleFits(a, b) {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  return short.every((one) => {
    while (at < long.length && !startsAlike(one, long[at])) at++;
    return at++ < long.length;
  });
}

/** Whether one is the other or its initial. @param {string} a @param {string} b */
const startsAlike = (a, b) => a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/**
 * The full given names that a short one may stand for, if they do not begin like it: “Bob”, “Robert”.
 * @param {string} given
 * @returns {string[]}
 */
export const fullForms = (given) => SHORT_FORMS[given]?.split(" ") ?? [];
