/**
 * A document while it is corrected. In a document records point at each other by index; here they
 * hold each other, so that lists can grow and shrink. `draftOf` and `documentOf` lead there and back.
 *
 * @typedef {import("../types.js").NewsDocument} NewsDocument
 * @typedef {import("../types.js").Entity} Entity
 * @typedef {import("../types.js").Mention} Mention
 * @typedef {import("../types.js").Chain} Chain
 * @typedef {import("../types.js").Quote} Quote
 * @typedef {import("../types.js").Range} Range
 * @typedef {import("../types.js").EntityType} EntityType
 *
 * @typedef {Omit<Chain, "id"|"mentions"> & {mentions: Set<Mention>, renamed?: boolean, touched?: boolean}} DraftChain
 *   `renamed`: somebody gave it its name; `touched`: its mentions are not what they were
 * @typedef {Omit<Entity, "id"|"chain"> & {chain: DraftChain|null, mention: Mention|null}} DraftEntity
 *   `mention` is its own in its chain
 * @typedef {Omit<Quote, "id"|"speaker_chain"> & {chain: DraftChain|null}} DraftQuote
 *   `speaker_name` is here only for a speaker who has no chain
 *
 * @typedef {Object} Draft
 * @property {string} text
 * @property {DraftEntity[]} entities in order, none overlaps another
 * @property {Set<DraftChain>} chains
 * @property {DraftQuote[]} quotes in order
 * @property {Range[]} terms
 * @property {Range[]} stretches all that stands in quotation marks, in order
 * @property {Range[]} sentences
 */

import { fullestName, plainName } from "./spelling.js";
import { byStart, spanKey } from "./spans.js";

/**
 * @param {string} text
 * @param {NewsDocument} found is left as it is
 * @returns {Draft}
 */
export function draftOf(text, found) {
  const chains = found.chains.map(({ id, mentions, ...rest }) => ({ ...rest, mentions: new Set(mentions) }));
  const own = found.chains.map((chain) => new Map(chain.mentions.map((m) => [spanKey([m.start, m.end]), m])));
  return {
    text,
    entities: found.entities.map(({ id, chain, ...rest }) => ({
      ...rest,
      chain: chain === null ? null : chains[chain],
      mention: chain === null ? null : (own[chain].get(spanKey([rest.start, rest.end])) ?? null),
    })),
    chains: new Set(chains),
    quotes: found.quotes.map(({ id, speaker_chain, ...rest }) => ({
      ...rest,
      speaker_name: speaker_chain === null ? rest.speaker_name : null,
      chain: speaker_chain === null ? null : chains[speaker_chain],
    })),
    terms: found.quoted_terms,
    stretches: [...found.quotes.flatMap((quote) => quote.quoted), ...found.quoted_terms].sort(byStart),
    sentences: found.sentences,
  };
}

/**
 * Chains that no name is left of are gone; whoever was said to speak by their name is known by the
 * words in the text alone.
 * @param {Draft} draft
 * @returns {NewsDocument}
 */
export function documentOf({ text, entities, chains, quotes, terms, sentences }) {
  const alive = [...chains].filter((chain) => names(chain).length > 0);
  const ids = new Map(alive.map((chain, id) => [chain, id]));
  /** @param {DraftChain|null} chain */
  const idOf = (chain) => (chain && ids.get(chain)) ?? null;
  const listed = alive.map((chain, id) => {
    const { type, titles, mentions, by } = chain;
    return {
      id, type, name: nameOf(text, chain), titles,
      mentions: [...mentions].sort((a, b) => a.start - b.start || a.end - b.end),
      ...(by && { by }),
    };
  });
  return {
    entities: entities.map(({ chain, mention, ...entity }, id) => ({ id, ...entity, chain: idOf(chain) })),
    chains: listed,
    quotes: quotes.map(({ chain, ...quote }, id) => {
      const speaker = idOf(chain);
      const name = speaker === null ? quote.speaker_name : listed[speaker].name;
      return { id, ...quote, speaker_name: name, speaker_chain: speaker };
    }),
    quoted_terms: terms,
    sentences,
  };
}

/** @param {DraftChain} chain */
export const names = (chain) => [...chain.mentions].filter((mention) => mention.kind === "name");

/**
 * A chain keeps its name as long as one of its mentions has it.
 * @param {string} text
 * @param {DraftChain} chain
 */
function nameOf(text, chain) {
  if (chain.renamed || !chain.touched) return chain.name;
  const forms = names(chain).map(({ start, end }) => text.slice(start, end));
  const has = forms.some((form) => plainName(form).toLowerCase().includes(chain.name.toLowerCase()));
  return has ? chain.name : fullestName(forms);
}
