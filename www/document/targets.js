/**
 * Which words belong together, and are emphasised with the one that the user points at.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Quote} Quote
 * @typedef {import("./types.js").Range} Range
 * @typedef {import("./segments.js").Segment} Segment
 * @typedef {import("./shown.js").Shown} Shown
 * @typedef {import("../state/store.js").Target} Target
 */

import { nested } from "./segments.js";

/**
 * Times and amounts are in no chain. Those with the same type and the same words are grouped instead,
 * under the id of the first one.
 *
 * @param {NewsDocument} document
 * @returns {number[]} for each entity, the first one like it
 */
export function firstAlike({ entities }) {
  /** @type {Map<string, number>} */
  const first = new Map();
  return entities.map(({ id, type, text }) => {
    const key = `${type} ${text}`;
    const found = first.get(key) ?? id;
    first.set(key, found);
    return found;
  });
}

/**
 * Whether a quotation is emphasised with a target: it is the target, or the target is its speaker.
 * @param {Quote} quote
 * @param {Target|null} target
 */
export function belongs(quote, target) {
  if (target === null) return false;
  return target.kind === "quote"
    ? quote.id === target.id
    : target.kind === "chain" && quote.speaker_chain === target.id;
}

/**
 * All ranges that are emphasised with a target, in text order, without overlaps.
 * @param {NewsDocument} document
 * @param {number[]} alike for each entity, the first one like it
 * @param {Shown} shown
 * @param {Target} target
 * @returns {Range[]}
 */
export function rangesOf({ entities, chains, quotes }, alike, shown, target) {
  /** @type {Range[]} */
  const ranges = [];
  if (target.kind === "entity") {
    for (const { id, start, end } of entities) if (alike[id] === target.id) ranges.push([start, end]);
  }
  if (target.kind === "chain") {
    for (const { start, end } of [...shown.mentions(chains[target.id]), ...chains[target.id].titles])
      ranges.push([start, end]);
  }
  for (const quote of quotes) {
    if (belongs(quote, target) && shown.quote(quote)) {
      ranges.push(...quote.content, ...quote.quoted, ...quote.cue, ...quote.speaker);
    }
  }
  return merged(ranges);
}

/** @param {Range[]} ranges */
function merged(ranges) {
  /** @type {Range[]} */
  const found = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/**
 * What the user means by pointing at a piece of text: a name rather than the quotation around it, the innermost of
 * several.
 * @param {NewsDocument} document
 * @param {number[]} alike
 * @param {Segment} segment
 * @returns {Target|null}
 */
export function targetOf({ entities }, alike, segment) {
  const [entity] = nested(segment, "entity");
  if (entity) {
    const { id, chain } = entities[entity.id];
    return chain === null ? { kind: "entity", id: alike[id] } : { kind: "chain", id: chain };
  }
  const [mention] = nested(segment, "mention");
  if (mention) return { kind: "chain", id: mention.id };
  for (const kind of /** @type {const} */ (["quoted", "content", "cue", "speaker"])) {
    const [layer] = nested(segment, kind);
    if (layer) return { kind: "quote", id: layer.id };
  }
  return null;
}
