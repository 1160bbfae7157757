/**
 * What a reader types into the search: words that must all occur, “words in quotation marks” that stand together, the
 * beginning of a word with a star (`minist*`), and what must not occur, with a minus sign in front. Case and diacritics do
 * not count, and only whole words are found.
 *
 * @typedef {import("../../document/types.js").Range} Range
 *
 * @typedef {Object} Term
 * @property {RegExp} plain for texts whose letters have no marks
 * @property {RegExp} marked for texts with marks that are characters of their own; it takes several times as long
 * @property {boolean} isPrefix whether the last word may go on
 *
 * @typedef {{wanted: Term[], unwanted: Term[]}} Query
 *
 * @typedef {Object} Searchable
 * @property {string} text
 * @property {string|null} plain the same with letters for letters with diacritics, so that all offsets are the same; null if
 *   it has marks that are characters of their own
 */

import { folded } from "../people/name.js";

const TERM = /(-?)(?:["“”„«»]([^"“”„«»]+)["“”„«»]?|([^\s"“”„«»]+))/gu;

/** @param {string} typed @returns {Query|null} null if nothing is asked for */
export function queryOf(typed) {
  /** @type {Query} */
  const query = { wanted: [], unwanted: [] };
  for (const [, minus, phrase, word] of typed.matchAll(TERM)) {
    const term = termOf(phrase ?? word);
    if (term) query[minus ? "unwanted" : "wanted"].push(term);
  }
  return query.wanted.length > 0 ? query : null;
}

/** @param {string} words @returns {Term|null} */
function termOf(words) {
  const isPrefix = words.endsWith("*");
  const sought = folded(words.replaceAll("*", " ")).trim();
  if (!/[\p{L}\p{N}]/u.test(sought)) return null;
  /** @param {(character: string) => string} write */
  const pattern = (write) =>
    sought.replace(/\s+|[^\s]/gu, (one) => (/^\s/.test(one) ? "\\s+" : (PRINTED[one] ?? write(one))));
  const bound = (/** @type {string} */ character) => (/[a-z0-9]/.test(character) ? "\\b" : "");
  const [start, end] = [bound(sought[0]), isPrefix ? "" : bound(sought[sought.length - 1])];
  return {
    plain: new RegExp(`${start}${pattern(escaped)}${end}`, "gi"),
    marked: new RegExp(pattern(withMarks), "gi"),
    isPrefix,
  };
}

/** The printed characters that a key stands for. @type {Record<string, string>} */
const PRINTED = { "'": "['’‘ʼ]", "’": "['’‘ʼ]", "-": "[-‐‑–—]" };

/** @param {string} one */
const escaped = (one) => one.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");

/** A letter with all its marked forms. @param {string} one */
function withMarks(one) {
  const forms = letters().formsOf.get(one);
  return forms ? `[${one}${forms}][\\u0300-\\u036f]*` : escaped(one);
}

const COMBINING = /[\u0300-\u036f]/;
const MARKED = /[\u00c0-\u024f\u1e00-\u1eff]/;

/** @param {string} text @returns {Searchable} */
export function searchable(text) {
  if (COMBINING.test(text)) return { text, plain: null };
  if (!MARKED.test(text)) return { text, plain: text };
  const bases = letters().baseOf;
  return { text, plain: text.replace(new RegExp(MARKED, "g"), (letter) => bases.get(letter) ?? letter) };
}

/**
 * The letters with diacritics, by the letter without (“a” has “áàâ…”), and the other way round.
 * @type {{formsOf: Map<string, string>, baseOf: Map<string, string>}|null}
 */
let lettersWithMarks = null;

function letters() {
  if (lettersWithMarks) return lettersWithMarks;
  /** @type {Map<string, string>} */
  const formsOf = new Map();
  /** @type {Map<string, string>} */
  const baseOf = new Map();
  // Latin-1, Latin Extended-A and -B, and Latin Extended Additional.
  for (const [from, to] of [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ])
    for (let code = from; code <= to; code++) {
      const letter = String.fromCharCode(code);
      const base = folded(letter);
      if (base === letter || !/^[a-z]$/.test(base)) continue;
      formsOf.set(base, (formsOf.get(base) ?? "") + letter);
      baseOf.set(letter, letter === letter.toLowerCase() ? base : base.toUpperCase());
    }
  lettersWithMarks = { formsOf, baseOf };
  return lettersWithMarks;
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/** @param {string} text @param {number} at */
function isInWord(text, at) {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return at >= 0 && at < text.length && WORD_CHARACTER.test(text[at]);
}

/**
 * Where a term occurs as a whole word.
 * @param {Searchable} searched
 * @param {Term} term
 * @param {number} [most] no more places than these
 * @returns {Range[]}
 */
function places(searched, term, most = Infinity) {
  const { isPrefix } = term;
  const text = searched.plain ?? searched.text;
  const pattern = searched.plain === null ? term.marked : term.plain;
  /** @type {Range[]} */
  const found = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && found.length < most; match = pattern.exec(text)) {
    const start = match.index;
    let end = start + match[0].length;
    if (!isInWord(text, start - 1) && (isPrefix || !isInWord(text, end))) {
      while (isPrefix && isInWord(text, end)) end++;
      found.push([start, end]);
      pattern.lastIndex = end;
    } else pattern.lastIndex = start + 1;
  }
  return found;
}

/**
 * Whether a text is what a query asks for.
 * @param {Searchable} searched
 * @param {Query} query
 */
export function answers(searched, { wanted, unwanted }) {
  const occurs = (/** @type {Term} */ term) => places(searched, term, 1).length > 0;
  return wanted.every(occurs) && !unwanted.some(occurs);
}

/**
 * Where the wanted terms occur, in the order of the text and without overlaps.
 * @param {Searchable} searched
 * @param {Query} query
 * @returns {Range[]}
 */
export function found(searched, { wanted }) {
  const all = wanted.flatMap((term) => places(searched, term));
  if (wanted.length === 1) return all;
  all.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  /** @type {Range[]} */
  const apart = [];
  for (const place of all) if (place[0] >= (apart.at(-1)?.[1] ?? 0)) apart.push(place);
  return apart;
}
