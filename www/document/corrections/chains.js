/**
 * Correcting who is who: chains that get another name, become one, or lose a mention to another.
 *
 * @typedef {import("../types.js").Range} Range
 * @typedef {import("../types.js").EntityType} EntityType
 * @typedef {import("../types.js").Mention} Mention
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {import("./draft.js").DraftChain} DraftChain
 * @typedef {{start: number, end: number, from: DraftChain|null, to: DraftChain|null}} Moved
 */

import { familyOf } from "../families.js";
import { names } from "./draft.js";
import { overlapping, rangeOf, sameRange } from "./spans.js";
import { bareName, isFuller, lastWord, plainName } from "./spelling.js";

/**
 * Who is mentioned at a place: a name's chain rather than that of words around which it is all the name.
 * @param {Draft} draft
 * @param {Range} at
 * @returns {{chain: DraftChain, mention: Mention}|null}
 */
export function mentionAt(draft, at) {
  for (const { start, end, chain, mention } of overlapping(draft.entities, at)) {
    if (chain && mention && sameRange([start, end], at)) return { chain, mention };
  }
  for (const chain of draft.chains) {
    for (const mention of chain.mentions) {
      if (mention.start === at[0] && mention.end === at[1]) return { chain, mention };
    }
  }
  return null;
}

/** @type {(draft: Draft, correction: import("./types.js").Rename) => boolean} */
export function rename(draft, { at, name }) {
  const chain = mentionAt(draft, at)?.chain;
  if (!chain || name.trim() === "") return false;
  Object.assign(chain, { name: name.trim(), renamed: true, by: "you" });
  return true;
}

/** @type {(draft: Draft, correction: import("./types.js").Merge) => boolean} */
export function merge(draft, { at, into }) {
  const from = mentionAt(draft, at)?.chain;
  const to = mentionAt(draft, into)?.chain;
  if (!from || !to) return false;
  if (from !== to) join(draft, from, to);
  to.by = "you";
  return true;
}

/**
 * Gives all that is one chain's to another.
 * @param {Draft} draft
 * @param {DraftChain} from
 * @param {DraftChain} to
 */
export function join(draft, from, to) {
  const better = from.renamed ? !to.renamed : !to.renamed && isFuller(from.name, to.name);
  if (better) Object.assign(to, { name: from.name, renamed: from.renamed });
  for (const mention of from.mentions) {
    to.mentions.add(mention);
    for (const entity of overlapping(draft.entities, rangeOf(mention))) if (entity.chain === from) entity.chain = to;
  }
  to.titles = [...to.titles, ...from.titles].sort((a, b) => a.start - b.start);
  for (const quote of draft.quotes) if (quote.chain === from) quote.chain = to;
  draft.chains.delete(from);
}

/** @type {(draft: Draft, correction: import("./types.js").Move) => boolean} */
export function move(draft, { at, to, everywhere }) {
  const from = mentionAt(draft, at);
  const goal = to && mentionAt(draft, to);
  if (!from || (to && !goal)) return false;
  const words = draft.text.slice(...at);
  const { chain } = from;
  const alike = everywhere
    ? [...chain.mentions].filter(({ start, end }) => draft.text.slice(start, end) === words)
    : [from.mention];
  // Of somebody who is only "he" nothing could be shown.
  const named = alike.some((mention) => mention.kind === "name");
  const target = goal ? goal.chain : named ? newChain(draft, chain.type, words) : null;
  if (target === chain) return true;
  if (target) target.by = "you";
  // Whose every name is another's, is that other.
  const moved = new Set(alike);
  if (target && named && names(chain).every((mention) => moved.has(mention))) {
    join(draft, chain, target);
    return true;
  }
  chain.touched = true;
  for (const mention of alike) {
    chain.mentions.delete(mention);
    target?.mentions.add(mention);
  }
  for (const entity of draft.entities) {
    if (entity.mention && moved.has(entity.mention)) Object.assign(entity, { chain: target, by: "you" });
  }
  const places = alike
    .map(({ start, end }) => ({ start, end, from: chain, to: target }))
    .sort((a, b) => a.start - b.start);
  speakersFollow(draft, places);
  return true;
}

/**
 * A chain that has no name left is gone; whoever was said to speak by it is known by the words in the
 * text alone.
 * @param {Draft} draft
 * @param {Iterable<DraftChain|null>} chains
 */
export function buryNameless(draft, chains) {
  const gone = new Set([...chains].filter((chain) => chain !== null && !hasName(chain)));
  if (gone.size === 0) return;
  for (const chain of gone) if (chain) draft.chains.delete(chain);
  for (const quote of draft.quotes) if (gone.has(quote.chain)) quote.chain = null;
}

/** @param {DraftChain} chain */
export function hasName({ mentions }) {
  for (const mention of mentions) if (mention.kind === "name") return true;
  return false;
}

/**
 * @param {Draft} draft
 * @param {EntityType} type
 * @param {string} name
 * @returns {DraftChain}
 */
export function newChain(draft, type, name) {
  /** @type {DraftChain} */
  const chain = { type, name: plainName(name), titles: [], mentions: new Set(), by: "you", touched: true };
  draft.chains.add(chain);
  return chain;
}

/**
 * Where the words that name a speaker go from one chain to another, what they say goes with them.
 * @param {Draft} draft
 * @param {Moved[]} moved in order, none over another
 */
export function speakersFollow(draft, moved) {
  for (const quote of draft.quotes) {
    for (const piece of quote.speaker) {
      const change = overlapping(moved, piece).find(({ from }) => from === quote.chain);
      if (
        change?.to === undefined ||
        (change.from === null && !isNamedBy(draft.text, piece, rangeOf(change), change.to))
      )
        continue;
      quote.chain = change.to;
      if (change.to) quote.speaker_name = null;
      break;
    }
  }
}

/**
 * Whether the words for a speaker are a name with what belongs to it, and not "a friend of Ann Lee".
 * @param {string} text
 * @param {Range} words
 * @param {Range} name
 * @param {DraftChain|null} chain
 */
function isNamedBy(text, [start, end], name, chain) {
  if (name[0] === start && name[1] === end) return true;
  const before = text.slice(start, name[0]);
  return chain?.type === "PERSON" && name[1] <= end && !/\b(of|for|to|by|with)\b|['’]s\b/i.test(before);
}

/**
 * Chains by the names that the text gives them, to find the one that a new mention belongs to.
 * @param {Draft} draft
 */
export function chainsByName(draft) {
  /** @type {Map<string, Set<DraftChain>>} */
  const index = new Map();
  /** @type {(kind: "name"|"surname"|"only", type: EntityType, name: string) => string} */
  const keyOf = (kind, type, name) => `${kind} ${familyOf(type).id} ${name}`;
  /** @type {(key: string, chain: DraftChain) => void} */
  const put = (key, chain) => void index.set(key, (index.get(key) ?? new Set()).add(chain));
  /** @param {DraftChain} chain */
  const add = (chain) => {
    const forms = names(chain).map(({ start, end }) => draft.text.slice(start, end));
    for (const form of new Set([chain.name, ...forms])) {
      put(keyOf("name", chain.type, bareName(form)), chain);
      if (chain.type === "PERSON") put(keyOf("surname", chain.type, lastWord(form)), chain);
    }
    if (chain.type === "PERSON" && !chain.name.includes(" "))
      put(keyOf("only", chain.type, bareName(chain.name)), chain);
  };
  for (const chain of draft.chains) add(chain);
  /** @param {string} key */
  const chainsOf = (key) => [...(index.get(key) ?? [])].filter((chain) => draft.chains.has(chain));
  return {
    add,
    /**
     * The chain of this name. A surname alone is the one person's who bears it, and a full name
     * whoever the text calls by the surname alone.
     * @type {(name: string, type: EntityType) => DraftChain|null}
     */
    find(name, type) {
      const [exact] = chainsOf(keyOf("name", type, bareName(name)));
      if (exact || type !== "PERSON") return exact ?? null;
      const single = !bareName(name).includes(" ");
      const related = chainsOf(keyOf(single ? "surname" : "only", type, lastWord(name)));
      return related.length === 1 ? related[0] : null;
    },
  };
}
