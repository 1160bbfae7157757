/**
 * Whether a text calls a person “she” or “he”: by its pronouns, by forms of address, and by titles such as “queen”. It is
 * evidence and no more; nothing is concluded from given names.
 *
 * @typedef {import("../../document/types.js").Chain} Chain
 * @typedef {import("../../document/types.js").Mention} Mention
 *
 * @typedef {Object} Called
 * @property {number} she the weight of the evidence for “she”
 * @property {number} he
 */

import { MEN, WOMEN } from "../../generated/name-tables.js";

/** The weight of a pronoun, which may have been resolved wrongly, and of a word that says it beside the name. */
const PRONOUN = 1;
const WORD = 2;
/** From here the evidence counts, if it is several times that for the other. */
const ENOUGH = 2;
const TIMES = 3;

const SHE = /^(?:she|her|hers|herself)$/i;
const HE = /^(?:he|him|his|himself)$/i;
const women = new Set(WOMEN.split(" "));
const men = new Set(MEN.split(" "));
/** The last word before a name, with the white space between; no form of address is longer. */
const WORD_BEFORE = /(\p{L}+)\.?\s*$/u;
const BEFORE = 12;
/** The head of a title is the last word before what qualifies it: “*queen* of Denmark”. */
const QUALIFIER = /\s(?:of|for|at|in|to|and|from|with)\s|,/;

/**
 * @param {string} text
 * @param {Chain} chain
 * @returns {Called}
 */
export function called(text, { mentions, titles }) {
  const weight = { she: 0, he: 0 };
  for (const mention of mentions) {
    if (mention.kind === "pronoun") count(text.slice(mention.start, mention.end), SHE, HE, PRONOUN);
    else if (mention.kind === "name") word(addressOf(text, mention));
  }
  for (const { text: title } of titles) word(title.split(QUALIFIER)[0].trim().split(/\s+/).at(-1) ?? "");
  return weight;

  /** @param {string} one @param {RegExp} she @param {RegExp} he @param {number} by */
  function count(one, she, he, by) {
    if (she.test(one)) weight.she += by;
    else if (he.test(one)) weight.he += by;
  }
  /** @param {string} one */
  function word(one) {
    const known = one.toLowerCase().replace(/\.$/, "");
    if (women.has(known) || known.endsWith("woman")) weight.she += WORD;
    else if (men.has(known) || known.endsWith("sman")) weight.he += WORD;
  }
}

/**
 * The word before a name: its own first word if it begins with a form of address.
 * @param {string} text
 * @param {Mention} mention
 */
function addressOf(text, { start, end }) {
  const [first, ...rest] = text.slice(start, end).split(/\s+/);
  const own = first.toLowerCase().replace(/\.$/, "");
  if (rest.length > 0 && (women.has(own) || men.has(own))) return own;
  return WORD_BEFORE.exec(text.slice(Math.max(0, start - BEFORE), start))?.[1] ?? "";
}

/**
 * What the evidence comes to.
 * @param {Called} called
 * @returns {"she"|"he"|null} null if there is too little, or if it contradicts itself
 */
export function genderOf({ she, he }) {
  if (she >= ENOUGH && she >= TIMES * he) return "she";
  return he >= ENOUGH && he >= TIMES * she ? "he" : null;
}
