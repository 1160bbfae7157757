/**
 * What there is to correct at a position in the text.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Entity} Entity
 * @typedef {import("../document/types.js").Mention} Mention
 * @typedef {import("../document/types.js").Chain} Chain
 * @typedef {import("../document/types.js").Quote} Quote
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/shown.js").Shown} Shown
 *
 * @typedef {Object} Subject
 * @property {Entity|null} entity the name, time or amount
 * @property {Mention|null} mention the mention, whether a name or a pronoun
 * @property {Chain|null} chain the person or thing mentioned
 * @property {Quote|null} quote the innermost quotation that contains the position
 */

/**
 * @param {NewsDocument} document
 * @param {number} at an offset
 * @param {Shown} shown what is hidden cannot be pointed at
 * @returns {Subject}
 */
export function subjectAt({ entities, chains, quotes }, at, shown) {
  /** @param {readonly [number, number]} range */
  const here = ([start, end]) => start <= at && at < end;
  const entity = entities.find((one) => here([one.start, one.end]) && shown.entity(one)) ?? null;

  /** @type {Mention|null} */
  let mention = null;
  /** @type {Chain|null} */
  let chain = entity && entity.chain !== null ? chains[entity.chain] : null;
  for (const one of entity ? [] : chains) {
    for (const m of shown.mentions(one)) {
      if (!here([m.start, m.end]) || (mention && m.end - m.start >= mention.end - mention.start)) continue;
      mention = m;
      chain = one;
    }
  }
  if (entity && chain) mention = { start: entity.start, end: entity.end, kind: "name" };

  /** @type {Quote|null} */
  let quote = null;
  for (const one of quotes) {
    // A name inside the speaker's words belongs to the quotation only if it is the speaker's own name.
    const speaker = !entity || entity.chain === one.speaker_chain ? one.speaker : [];
    if (!shown.quote(one) || ![...one.content, ...one.cue, ...speaker].some(here)) continue;
    if (!quote || length(one) < length(quote)) quote = one;
  }
  return { entity, mention, chain, quote };
}

/** @param {Quote} quote */
const length = ({ content }) => content[content.length - 1][1] - content[0][0];
