/**
 * The people of single articles, prepared to be put together: a record is one person in one article.
 *
 * @typedef {import("../summary.js").Summary} Summary
 * @typedef {import("./name.js").Name} Name
 *
 * @typedef {Object} Source the article of a record
 * @property {number} id
 * @property {string} date
 * @property {number[]} company the people and organisations in it, as numbers that the whole collection shares
 * @property {number[]} places the places in it and everything else that has a name: weaker evidence
 *
 * @typedef {Object} PersonRecord
 * @property {string} reference stays the same when the collection is read again: the article and the name
 * @property {Source} source
 * @property {number} chain
 * @property {string} written the name as the article has it
 * @property {Name} name
 * @property {number} key the number of the name itself among those that the collection shares
 * @property {string[]} titles
 * @property {string[]} titleWords
 * @property {number} mentions
 * @property {number} quotations
 * @property {number} she
 * @property {number} he
 * @property {import("../summary.js").Range} place
 */

import { folded, isFull, nameOf } from "./name.js";

/** Words that say nothing about who somebody is. */
const EMPTY = new Set(
  "a an the of for at in on to and or by from with as former then acting new late old mr mrs ms dr sir dame".split(" "),
);

/** Gives every name of a collection a number, and knows how many articles have it. */
export class SharedNames {
  /** @type {Map<string, number>} */
  #numbers = new Map();
  /** @type {number[]} */
  articles = [];

  /** @param {string} name */
  number(name) {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.articles.length;
      this.#numbers.set(name, number);
      this.articles.push(0);
    }
    return number;
  }
}

/**
 * @param {Summary} summary
 * @param {SharedNames} shared
 * @returns {PersonRecord[]}
 */
export function recordsOf({ id, date, people, names, quotations }, shared) {
  const named = people.map(({ name }) => ({ name: nameOf(name), key: shared.number(`p ${folded(name)}`) }));
  /** @param {boolean} isOrganisation */
  const others = (isOrganisation) =>
    names.filter(({ type }) => (type === "ORG") === isOrganisation).map(({ name }) => shared.number(folded(name)));
  // A surname alone says little about the company that somebody keeps.
  const company = new Set([...named.filter(({ name }) => isFull(name)).map(({ key }) => key), ...others(true)]);
  const places = new Set(others(false));
  for (const number of [...company, ...places]) shared.articles[number]++;
  /** @type {Map<number, number>} */
  const quoted = new Map();
  for (const { chain } of quotations) if (chain !== null) quoted.set(chain, (quoted.get(chain) ?? 0) + 1);
  const source = { id, date, company: [...company], places: [...places] };
  /** @type {Map<string, number>} */
  const namesakes = new Map();
  return people.map(({ name: written, chain, titles, mentions, she, he, place }, i) => {
    const nth = (namesakes.get(written) ?? 0) + 1;
    namesakes.set(written, nth);
    return {
      reference: `${id} ${written}${nth > 1 ? ` ${nth}` : ""}`,
      source,
      chain,
      written,
      ...named[i],
      titles,
      titleWords: titleWords(titles),
      mentions,
      quotations: quoted.get(chain) ?? 0,
      she,
      he,
      place,
    };
  });
}

/** @param {string[]} titles */
function titleWords(titles) {
  const words = titles.flatMap((title) => folded(title).match(/[\p{L}\p{N}]+/gu) ?? []);
  return [...new Set(words)].filter((word) => word.length > 1 && !EMPTY.has(word));
}
