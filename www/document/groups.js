/**
 * The names of a document as the panel lists them: by family, one entry a chain, and one entry a
 * wording for what is in no chain (times and amounts).
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").EntityType} EntityType
 * @typedef {import("./types.js").Range} Range
 * @typedef {import("./families.js").Family} Family
 * @typedef {import("../state/store.js").Target} Target
 *
 * @typedef {Object} Entry
 * @property {Target} target
 * @property {string} name
 * @property {EntityType} type
 * @property {string[]} titles
 * @property {string[]} variants other names by which the text calls it
 * @property {Range[]} places where it is mentioned
 * @property {number} quotes how many quotations are theirs
 */

import { firstAlike } from "./alike.js";
import { FAMILIES, familyOf } from "./families.js";

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @returns {{family: Family, entries: Entry[]}[]} without empty families
 */
export function grouped(text, document) {
  const entries = [...chained(text, document), ...unchained(document)];
  // The most mentioned come first; the sort is stable, so that equals stay in the text's order.
  entries.sort((a, b) => b.places.length - a.places.length || a.places[0][0] - b.places[0][0]);
  return FAMILIES.map((family) => ({
    family,
    entries: entries.filter((entry) => familyOf(entry.type) === family),
  })).filter(({ entries }) => entries.length > 0);
}

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @returns {Entry[]}
 */
function chained(text, { chains, quotes }) {
  const said = new Map();
  for (const { speaker_chain } of quotes) said.set(speaker_chain, (said.get(speaker_chain) ?? 0) + 1);
  return chains
    .filter((chain) => chain.mentions.length > 0)
    .map((chain) => ({
      target: { kind: "chain", id: chain.id },
      name: chain.name,
      type: chain.type,
      titles: distinct(chain.titles.map((title) => title.text)),
      variants: distinct(
        chain.mentions.filter((m) => m.kind === "name").map((m) => text.slice(m.start, m.end)),
      ).filter((name) => bare(name) !== bare(chain.name)),
      places: chain.mentions.map((m) => /** @type {Range} */ ([m.start, m.end])),
      quotes: said.get(chain.id) ?? 0,
    }));
}

/**
 * @param {NewsDocument} document
 * @returns {Entry[]}
 */
function unchained(document) {
  const alike = firstAlike(document);
  /** @type {Map<number, Entry>} */
  const entries = new Map();
  for (const { id, start, end, type, text, chain } of document.entities) {
    if (chain !== null) continue;
    const entry = entries.get(alike[id]) ?? {
      target: { kind: "entity", id: alike[id] }, name: text, type, titles: [], variants: [], places: [], quotes: 0,
    };
    entry.places.push([start, end]);
    entries.set(alike[id], entry);
  }
  return [...entries.values()];
}

/** "the Coastal Party" is no other name than "Coastal Party". @param {string} name */
const bare = (name) => name.replace(/^the\s+/i, "").replace(/\s+/g, " ");

/** @param {string[]} words */
function distinct(words) {
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}
