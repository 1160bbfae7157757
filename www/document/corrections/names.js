/**
 * Correcting what is a name, a time or an amount, and of which type.
 *
 * @typedef {import("../types.js").Range} Range
 * @typedef {import("../types.js").EntityType} EntityType
 * @typedef {import("../types.js").Mention} Mention
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {import("./draft.js").DraftChain} DraftChain
 * @typedef {import("./draft.js").DraftEntity} DraftEntity
 * @typedef {import("./chains.js").Moved} Moved
 */

import { familyOf } from "../families.js";
import { buryNameless, chainsByName, hasName, join, newChain, speakersFollow } from "./chains.js";
import { byStart, covers, overlap, overlapping, rangeOf, sameRange, trimmed } from "./spans.js";
import { isFuller, occurrences, plainName } from "./spelling.js";

/**
 * Times and amounts are nobody's names.
 * @param {EntityType} type
 */
const isNamed = (type) => familyOf(type).id !== "time" && familyOf(type).id !== "number";

/**
 * What is marked by hand takes the place of all that it overlaps.
 * @type {(draft: Draft, correction: import("./types.js").Mark) => boolean}
 */
export function mark(draft, { at, type, was, everywhere }) {
  const own = trimmed(draft.text, at);
  if (!own) return false;
  const places = everywhere ? placesLike(draft.text, draft.entities, own, was) : [own];
  const gone = take(draft, was ? [...places, was] : places);
  const byName = chainsByName(draft);
  /** @type {Moved[]} */
  const moved = [];
  const made = places.map((place) => {
    // Where the extent has changed altogether, it is still the same that is meant.
    const before = overlapping(gone, place)[0] ?? (was && place === own ? overlapping(gone, was)[0] : undefined);
    const entity = madeAt(draft, place, type, before, byName);
    moved.push({ start: place[0], end: place[1], from: before?.chain ?? null, to: entity.chain });
    return entity;
  });
  draft.entities = [...draft.entities, ...made].sort((a, b) => a.start - b.start);
  speakersFollow(draft, moved);
  buryNameless(
    draft,
    gone.map((entity) => entity.chain),
  );
  return true;
}

/** @type {(draft: Draft, correction: import("./types.js").Unmark) => boolean} */
export function unmark(draft, { at, everywhere }) {
  const there = overlapping(draft.entities, at);
  if (there.length > 0 && !there.some((entity) => sameRange(rangeOf(entity), at))) return false;
  const words = draft.text.slice(...at);
  const gone = take(draft, everywhere ? draft.entities.filter(({ text }) => text === words).map(rangeOf) : [at]);
  buryNameless(
    draft,
    gone.map((entity) => entity.chain),
  );
  return true;
}

/**
 * Where the same words can be marked as well: not where they are part of something longer, unless
 * that is what is made shorter.
 * @param {string} text
 * @param {readonly {start: number, end: number, text: string}[]} entities
 * @param {Range} own
 * @param {Range} [was]
 */
export function placesLike(text, entities, own, was) {
  const before = was && text.slice(...was);
  const others = occurrences(text, text.slice(...own)).filter(
    (place) =>
      !overlap(place, own) &&
      overlapping(entities, place).every((entity) => covers(place, rangeOf(entity)) || entity.text === before),
  );
  return [...others, own].sort(byStart);
}

/**
 * Takes out what overlaps any of these places.
 * @param {Draft} draft
 * @param {Range[]} places
 * @returns {DraftEntity[]} what was there, in order
 */
function take(draft, places) {
  const gone = new Set(places.flatMap((place) => overlapping(draft.entities, place)));
  draft.entities = draft.entities.filter((entity) => !gone.has(entity));
  for (const { chain, mention } of gone) {
    if (!chain || !mention) continue;
    chain.mentions.delete(mention);
    chain.touched = true;
  }
  return [...gone].sort((a, b) => a.start - b.start);
}

/**
 * @param {Draft} draft
 * @param {Range} place
 * @param {EntityType} type
 * @param {DraftEntity|undefined} before what was marked there
 * @param {ReturnType<typeof chainsByName>} byName
 * @returns {DraftEntity}
 */
function madeAt(draft, [start, end], type, before, byName) {
  const text = draft.text.slice(start, end);
  const chain = isNamed(type) ? chainFor(draft, text, type, before, byName) : null;
  /** @type {Mention|null} */
  const mention = chain && { start, end, kind: "name" };
  if (chain && mention) {
    const fuller = plainName(text).toLowerCase().includes(chain.name.toLowerCase()) && isFuller(text, chain.name);
    if (fuller && !chain.renamed) chain.name = plainName(text);
    chain.mentions.add(mention);
    chain.touched = true;
  }
  return { start, end, type, text, confidence: 1, chain, mention, by: "you" };
}

/**
 * Whose name this is: still theirs whose it was, as long as they are of the same kind or have no other
 * name; else theirs who are called so; else somebody's of their own.
 * @param {Draft} draft
 * @param {string} text
 * @param {EntityType} type
 * @param {DraftEntity|undefined} before
 * @param {ReturnType<typeof chainsByName>} byName
 * @returns {DraftChain}
 */
function chainFor(draft, text, type, before, byName) {
  const former = before?.chain && draft.chains.has(before.chain) ? before.chain : null;
  const nameless = former !== null && !hasName(former);
  const called =
    former && before?.text === text && familyOf(former.type) === familyOf(type) ? former : byName.find(text, type);
  if (former && nameless && (called === null || called === former)) {
    former.type = type;
    byName.add(former);
    return former;
  }
  if (called) {
    if (former && nameless) join(draft, former, called);
    return called;
  }
  if (former && familyOf(former.type) === familyOf(type)) return former;
  const made = newChain(draft, type, text);
  byName.add(made);
  return made;
}
