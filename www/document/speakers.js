/**
 * Who says what: the quotations of a document, grouped by speaker.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Quote} Quote
 *
 * @typedef {Object} Speaker
 * @property {string|null} name null where nobody is named
 * @property {number|null} chain
 * @property {Quote[]} quotes
 * @property {number} count how many words they say
 * @property {number} place where they first speak
 */

/**
 * The name by which a quotation's speaker is shown: the chain's, or else the words in the text, or
 * null where nobody is named.
 * @param {string} text
 * @param {Quote} quote
 * @returns {string|null}
 */
export function speakerName(text, quote) {
  if (quote.speaker_name !== null) return quote.speaker_name;
  if (quote.speaker.length === 0) return null;
  return quote.speaker.map(([start, end]) => text.slice(start, end)).join(" … ");
}

/** Letters and digits, with what holds a word together in the middle: "don't", "co-operate", "2.5". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.,-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * How many words a quotation has.
 * @param {string} text
 * @param {Quote} quote
 */
export const wordsIn = (text, { content }) =>
  content.reduce((sum, [start, end]) => sum + (text.slice(start, end).match(WORD)?.length ?? 0), 0);

/**
 * Speakers in the order in which they first speak; those whom nobody names come last, together.
 * @param {string} text
 * @param {Quote[]} quotes
 * @returns {Speaker[]}
 */
export function bySpeaker(text, quotes) {
  /** @type {Map<string, Speaker>} */
  const speakers = new Map();
  for (const quote of quotes) {
    const name = speakerName(text, quote);
    const key = quote.speaker_chain !== null ? `chain ${quote.speaker_chain}` : `words ${name?.toLowerCase()}`;
    const speaker = speakers.get(key) ?? { name, chain: quote.speaker_chain, quotes: [], count: 0, place: quote.content[0][0] };
    speaker.quotes.push(quote);
    speaker.count += wordsIn(text, quote);
    speakers.set(key, speaker);
  }
  const all = [...speakers.values()];
  return [...all.filter((speaker) => speaker.name !== null), ...all.filter((speaker) => speaker.name === null)];
}
