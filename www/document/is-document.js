/**
 * Whether a value from a file or the database is a document about a text. The command line asks the same
 * (src/document/check.rs); tests/data/shared/documents.json holds the two together.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Range} Range
 */

import { DOCUMENT } from "../generated/document-schema.js";
import { conformsTo } from "./conforms.js";

const hasForm = conformsTo(DOCUMENT);

/** What a reader calls the records of each list. @type {Record<string, string>} */
const RECORDS = {
  entities: "name, date or amount",
  chains: "chain",
  quotes: "quotation",
  quoted_terms: "quoted term",
  sentences: "sentence",
  blocks: "paragraph",
};

/**
 * @param {unknown} value
 * @param {string} text
 * @returns {value is NewsDocument}
 */
export const isDocument = (value, text) => problemIn(value, text) === null;

/**
 * Why a value is not a document about a text, as a main clause; null if it is one.
 * @param {unknown} value
 * @param {string} text
 * @returns {string|null}
 */
export function problemIn(value, text) {
  if (!hasForm(value)) return wrongForm(value);
  return misplaced(/** @type {NewsDocument} */ (value), text);
}

/** @param {any} value */
function wrongForm(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "it is not an object";
  const { $defs, properties = {}, required = [] } = /** @type {import("./conforms.js").Schema} */ (DOCUMENT);
  for (const [name, schema] of Object.entries(properties)) {
    if (value[name] === undefined) {
      if (required.includes(name)) return `the list “${name}” is missing`;
    } else if (!conformsTo({ ...schema, $defs })(value[name])) {
      if (!Array.isArray(value[name]) || !schema.items) return `“${name}” has a wrong form`;
      const isRecord = conformsTo({ ...schema.items, $defs });
      const index = value[name].findIndex((/** @type {unknown} */ record) => !isRecord(record));
      return `the ${RECORDS[name]} number ${index + 1} has a wrong form`;
    }
  }
  return "it has a wrong form";
}

/**
 * Whether every range is a part of the text, and every id and reference leads to its record.
 * @param {NewsDocument} document
 * @param {string} text
 * @returns {string|null}
 */
function misplaced({ entities, chains, quotes, quoted_terms, sentences, blocks = [] }, text) {
  /** Between the two halves of a surrogate pair. @param {number} offset */
  const isInCharacter = (offset) =>
    (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  /** @param {Range} range */
  const isRange = ([start, end]) => start < end && end <= text.length && !isInCharacter(start) && !isInCharacter(end);
  /** @param {{start: number, end: number}} record */
  const isPlaced = ({ start, end }) => isRange([start, end]);
  /** @param {number|null} [chain] */
  const isChain = (chain) => chain === null || chain === undefined || chain < chains.length;

  const hasId = (/** @type {{id: number}} */ { id }, /** @type {number} */ index) => id === index;

  /** @type {[string, unknown[], (record: any, index: number) => boolean, string][]} */
  const rules = [
    ["entities", entities, hasId, "has a wrong id"],
    ["chains", chains, hasId, "has a wrong id"],
    ["quotes", quotes, hasId, "has a wrong id"],
    ["entities", entities, isPlaced, "is not in the text"],
    ["chains", chains, ({ titles, mentions }) => [...titles, ...mentions].every(isPlaced), "is not in the text"],
    ["quotes", quotes, ({ content }) => content.length > 0, "has no content"],
    [
      "quotes",
      quotes,
      ({ content, quoted, cue, speaker }) => [content, quoted, cue, speaker].flat().every(isRange),
      "is not in the text",
    ],
    ["quoted_terms", quoted_terms, isRange, "is not in the text"],
    ["sentences", sentences, isRange, "is not in the text"],
    ["blocks", blocks, isPlaced, "is not in the text"],
    ["entities", entities, ({ chain }) => isChain(chain), "belongs to a chain that is missing"],
    ["chains", chains, ({ related }) => isChain(related), "is related to a chain that is missing"],
    ["quotes", quotes, ({ speaker_chain }) => isChain(speaker_chain), "has a speaker whose chain is missing"],
  ];
  for (const [name, records, isSound, problem] of rules) {
    const index = records.findIndex((record, index) => !isSound(record, index));
    if (index >= 0) return `the ${RECORDS[name]} number ${index + 1} ${problem}`;
  }
  return null;
}
