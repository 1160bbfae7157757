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
 * @typedef
 *   {Omit<Chain, "id"|"mentions"|"related"> & {mentions: Set<Mention>, related?: DraftChain|null, renamed?: boolean, touched?: boolean}}
 *   DraftChain
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
 * @property {Range[]} lineGroups all that stands in quotation marks, in order
 * @property {Range[]} sentences
 */

import { byStart } from "./spans.js";
import { fullestName, plainName } from "./spelling.js";

/**
 * @param {string} text
 * @param {NewsDocument} found is left as it is
 * @returns {Draft}
 */
export function draftOf(text, found) {
  /** @type {DraftChain[]} */
  const chains = found.chains.map(({ type, name, titles, mentions, by }) => ({
    type,
    name,
    titles,
    mentions: new Set(mentions),
    by,
  }));
  found.chains.forEach(({ related }, id) => {
    if (related !== undefined) chains[id].related = related === null ? null : chains[related];
  });
  // Both are in order, so an entity's own mention is never before that of the one before it.
  const next = found.chains.map(() => 0);
  /** @type {(chain: number, start: number, end: number) => Mention|null} */
  const ownMention = (chain, start, end) => {
    const { mentions } = found.chains[chain];
    for (let i = next[chain]; i < mentions.length && mentions[i].start <= start; i++) {
      if (mentions[i].start < start) next[chain] = i + 1;
      else if (mentions[i].end === end) return mentions[i];
    }
    return null;
  };
  return {
    text,
    entities: found.entities.map(({ start, end, type, text, confidence, chain, by }) => ({
      start,
      end,
      type,
      text,
      confidence,
      by,
      chain: chain === null ? null : chains[chain],
      mention: chain === null ? null : ownMention(chain, start, end),
    })),
    chains: new Set(chains),
    quotes: found.quotes.map((quote) => ({
      ...quote,
      speaker_name: quote.speaker_chain === null ? quote.speaker_name : null,
      chain: quote.speaker_chain === null ? null : chains[quote.speaker_chain],
    })),
    terms: found.quoted_terms,
    lineGroups: [...found.quotes.flatMap((quote) => quote.quoted), ...found.quoted_terms].sort(byStart),
    sentences: found.sentences,
  };
}

/**
 * @param {Draft} draft
 * @returns {NewsDocument}
 */
export function documentOf({ text, entities, chains, quotes, terms, sentences }) {
  const ids = new Map([...chains].map((chain, id) => [chain, id]));
  /** @param {DraftChain|null} chain */
  const idOf = (chain) => (chain && ids.get(chain)) ?? null;
  const listed = [...chains].map((chain, id) =>
    signed(
      {
        id,
        type: chain.type,
        name: nameOf(text, chain),
        titles: chain.titles,
        mentions: [...chain.mentions].sort((a, b) => a.start - b.start || a.end - b.end),
        ...(chain.related !== undefined && { related: idOf(chain.related) }),
      },
      chain,
    ),
  );
  return {
    entities: entities.map((entity, id) => {
      const { start, end, type, text, chain, confidence } = entity;
      return signed({ id, start, end, type, text, chain: idOf(chain), confidence }, entity);
    }),
    chains: listed,
    quotes: quotes.map((quote, id) => {
      const { type, content, quoted, cue, speaker, speaker_name, chain, confidence, why } = quote;
      const speaker_chain = idOf(chain);
      const name = speaker_chain === null ? speaker_name : listed[speaker_chain].name;
      return signed(
        { id, type, content, quoted, cue, speaker, speaker_name: name, speaker_chain, confidence, why },
        quote,
      );
    }),
    quoted_terms: terms,
    sentences,
  };
}

/**
 * Says who made a record, if a person did.
 * @template {object} T
 * @param {T} record
 * @param {{by?: "you"}} draft
 * @returns {T & {by?: "you"}}
 */
const signed = (record, { by }) => (by ? { ...record, by } : record);

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
