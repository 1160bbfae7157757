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

/**
 * @param {unknown} value
 * @param {string} text
 * @returns {value is NewsDocument}
 */
export const isDocument = (value, text) => hasForm(value) && belongs(/** @type {NewsDocument} */ (value), text);

/**
 * Whether every range is a part of the text, and every id and reference leads to its record.
 * @param {NewsDocument} document
 * @param {string} text
 */
function belongs({ entities, chains, quotes, quoted_terms, sentences, blocks = [] }, text) {
  /** Between the two halves of a surrogate pair. @param {number} offset */
  const isInCharacter = (offset) =>
    (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  /** @param {Range} range */
  const isRange = ([start, end]) => start < end && end <= text.length && !isInCharacter(start) && !isInCharacter(end);
  /** @param {{start: number, end: number}} record */
  const isPlaced = ({ start, end }) => isRange([start, end]);
  /** @param {number|null} [chain] */
  const isChain = (chain) => chain === null || chain === undefined || chain < chains.length;

  return (
    [entities, chains, quotes].every((records) => records.every(({ id }, index) => id === index)) &&
    entities.every((entity) => isPlaced(entity) && isChain(entity.chain)) &&
    chains.every(
      ({ titles, mentions, related }) => titles.every(isPlaced) && mentions.every(isPlaced) && isChain(related),
    ) &&
    quotes.every(
      ({ content, quoted, cue, speaker, speaker_chain }) =>
        content.length > 0 &&
        [content, quoted, cue, speaker].every((ranges) => ranges.every(isRange)) &&
        isChain(speaker_chain),
    ) &&
    quoted_terms.every(isRange) &&
    sentences.every(isRange) &&
    blocks.every(isPlaced)
  );
}
