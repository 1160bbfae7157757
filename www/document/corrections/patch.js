/**
 * Builds the corrected document from the engine's document and what the corrections change in it. Records that did not
 * change are reused as objects, so that a correction in a long article is fast.
 *
 * @typedef {import("../types.js").NewsDocument} NewsDocument
 * @typedef {import("../types.js").Range} Range
 * @typedef {import("./types.js").Unapplied} Unapplied
 *
 * @typedef {Object} Patch `Patch` of crates/corrections
 * @property {Piece<import("../types.js").Entity>[]} entities
 * @property {Piece<import("../types.js").Chain>[]} chains
 * @property {Piece<import("../types.js").Quote>[]} quotes
 * @property {Range[]|null} quoted_terms null if they are as they were
 * @property {number[]} gone_chains
 * @property {Unapplied[]} unapplied
 */

/**
 * Either a new or changed record, or a half-open range of records of the engine's document in which only ids differ.
 * @template T
 * @typedef {Range|T} Piece
 */

/**
 * @param {NewsDocument} found is left as it is
 * @param {Patch} patch
 * @returns {NewsDocument}
 */
export function patched(found, patch) {
  const chainId = newIds(found.chains.length, patch.gone_chains);
  return {
    ...found,
    entities: assembled(found.entities, patch.entities, (entity, id) => {
      const chain = entity.chain === null ? null : chainId[entity.chain];
      return entity.id === id && entity.chain === chain ? entity : { ...entity, id, chain };
    }),
    chains: assembled(found.chains, patch.chains, (chain, id) => {
      const related = typeof chain.related === "number" ? chainId[chain.related] : undefined;
      if (chain.id === id && chain.related === related) return chain;
      return related === undefined ? { ...chain, id } : { ...chain, id, related };
    }),
    quotes: assembled(found.quotes, patch.quotes, (quote, id) => {
      const speaker_chain = quote.speaker_chain === null ? null : chainId[quote.speaker_chain];
      return quote.id === id && quote.speaker_chain === speaker_chain ? quote : { ...quote, id, speaker_chain };
    }),
    quoted_terms: patch.quoted_terms ?? found.quoted_terms,
  };
}

/**
 * The ids that the found chains have when some are gone.
 * @param {number} count
 * @param {number[]} gone in order
 */
function newIds(count, gone) {
  let passed = 0;
  return Array.from({ length: count }, (_, id) => {
    if (gone[passed] === id) passed++;
    return id - passed;
  });
}

/**
 * @template {object} T
 * @param {readonly T[]} found
 * @param {Piece<T>[]} pieces
 * @param {(record: T, id: number) => T} renumbered
 */
function assembled(found, pieces, renumbered) {
  /** @type {T[]} */
  const records = [];
  for (const piece of pieces) {
    if (!Array.isArray(piece)) records.push(piece);
    else for (let index = piece[0]; index < piece[1]; index++) records.push(renumbered(found[index], records.length));
  }
  return records;
}
