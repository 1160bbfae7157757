/**
 * The names of a document as the panel lists them, by family: one entry per chain, and one entry per distinct wording
 * for times and amounts, which are in no chain.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").EntityType} EntityType
 * @typedef {import("./types.js").Range} Range
 * @typedef {import("./families.js").Family} Family
 * @typedef {import("./shown.js").Shown} Shown
 * @typedef {import("./order.js").Order} Order
 * @typedef {import("../state/store.js").Target} Target
 *
 * @typedef {Object} Entry
 * @property {Target} target
 * @property {string} name the name, the description of a person without one, or the words
 * @property {boolean} unnamed whether the article does not name the person
 * @property {EntityType} type
 * @property {string[]} titles
 * @property {string[]} variants other names used in the text
 * @property {string[]} related related names: the country of a nationality, and vice versa
 * @property {Range[]} ranges where it is mentioned
 * @property {number} quotes the number of quotations by this speaker that are shown
 * @property {boolean} yours whether the user has corrected it
 * @property {number} count
 * @property {number} place
 */

import { FAMILIES, familyOf } from "./families.js";
import { inOrder } from "./order.js";
import { chainLabel } from "./speakers.js";
import { firstAlike } from "./targets.js";

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @param {Order} order
 * @param {string} [query] only entries with these words in one of their names or titles
 * @returns {{family: Family, entries: Entry[]}[]} without empty families
 */
export function groupNames(text, document, shown, order, query = "") {
  /** @type {Map<Family, Entry[]>} */
  const families = new Map(FAMILIES.map((family) => [family, []]));
  const words = foldForSearch(query);
  for (const entry of [...chained(text, document, shown), ...unchained(document, shown)]) {
    const names = [entry.name, ...entry.variants, ...entry.titles, ...entry.related];
    if (words && !names.some((name) => foldForSearch(name).includes(words))) continue;
    families.get(familyOf(entry.type))?.push(entry);
  }
  return [...families]
    .filter(([, entries]) => entries.length > 0)
    .map(([family, entries]) => ({ family, entries: inOrder(entries, order) }));
}

/**
 * Text without case, accents or double spaces, so that "sanchez" finds "Sánchez".
 * @param {string} text
 */
export const foldForSearch = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim().toLowerCase();

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @returns {Entry[]}
 */
function chained(text, { chains, quotes }, shown) {
  /** @type {Map<number|null, number>} */
  const said = new Map();
  for (const quote of quotes) {
    if (shown.said(quote).length > 0) said.set(quote.speaker_chain, (said.get(quote.speaker_chain) ?? 0) + 1);
  }
  /** @type {Map<number, string[]>} */
  const related = new Map(chains.map(({ id }) => [id, []]));
  for (const { id, name, related: other } of chains) {
    if (other === null || other === undefined) continue;
    related.get(id)?.push(chainLabel(chains[other]));
    if (name !== null) related.get(other)?.push(name);
  }
  return chains.flatMap((chain) => {
    const mentions = shown.mentions(chain);
    if (mentions.length === 0) return [];
    const label = chainLabel(chain);
    const names = mentions.filter(({ kind }) => kind === "name").map(({ start, end }) => text.slice(start, end));
    return {
      target: { kind: "chain", id: chain.id },
      name: label,
      unnamed: chain.name === null,
      type: chain.type,
      titles: distinct(chain.titles.map((title) => title.text)),
      variants: distinct(names).filter((name) => bare(name) !== bare(label)),
      related: distinct(related.get(chain.id) ?? []),
      ranges: mentions.map(({ start, end }) => /** @type {Range} */ ([start, end])),
      quotes: said.get(chain.id) ?? 0,
      yours: chain.by === "you",
      count: mentions.length,
      place: mentions[0].start,
    };
  });
}

/**
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @returns {Entry[]}
 */
function unchained(document, shown) {
  const alike = firstAlike(document);
  /** @type {Map<number, Entry>} */
  const entries = new Map();
  for (const entity of document.entities) {
    const { id, start, end, type, text, chain, by } = entity;
    if (chain !== null || !shown.entity(entity)) continue;
    const entry = entries.get(alike[id]) ?? {
      target: { kind: "entity", id: alike[id] },
      name: text,
      unnamed: false,
      type,
      titles: [],
      variants: [],
      related: [],
      ranges: [],
      quotes: 0,
      yours: false,
      count: 0,
      place: start,
    };
    entry.ranges.push([start, end]);
    entry.count++;
    entry.yours ||= by === "you";
    entries.set(alike[id], entry);
  }
  return [...entries.values()];
}

/** "the Coastal Party" does not count as a variant of "Coastal Party". @param {string} name */
const bare = (name) => name.replace(/^the\s+/i, "").replace(/\s+/g, " ");

/** @param {string[]} words */
function distinct(words) {
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}
