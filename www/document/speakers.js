/**
 * Who said what: the quotations of a document, grouped by speaker.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Quote} Quote
 * @typedef {import("./types.js").Chain} Chain
 *
 * @typedef {Object} Speaker
 * @property {string|null} name the name, the description or the words in the text; null for unattributed quotations
 * @property {boolean} unnamed whether the article does not name the speaker
 * @property {number|null} chain
 * @property {Quote[]} quotes
 * @property {number} count the number of words they say
 * @property {number} place where they first speak
 */

/** What a chain is called: its name, otherwise its description. @param {Chain} chain */
export const chainLabel = ({ name, description }) => name ?? description ?? "";

/**
 * The name displayed for a quotation's speaker: the chain's name, otherwise its description, otherwise the words in the
 * text, or null if the quotation is unattributed.
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Quote} quote
 * @returns {string|null}
 */
export function speakerName(text, { chains }, quote) {
  if (quote.speaker_name !== null) return quote.speaker_name;
  const description = quote.speaker_chain === null ? undefined : chains[quote.speaker_chain]?.description;
  if (description) return description;
  if (quote.speaker.length === 0) return null;
  return quote.speaker.map(([start, end]) => text.slice(start, end)).join(" … ");
}

/**
 * The words of a quotation, with an ellipsis where the cue interrupts it.
 * @param {string} text
 * @param {Quote} quote
 */
export const quoteWords = (text, { content }) =>
  content.map(([start, end]) => text.slice(start, end).trim()).join(" … ");

/** Letters and digits, with the characters that hold a word together: "don't", "co-operate", "2.5". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.,-][\p{L}\p{M}\p{N}]+)*/gu;

/** The number of words in a text. @param {string} text */
export const wordCount = (text) => text.match(WORD)?.length ?? 0;

/**
 * The number of words in a quotation.
 * @param {string} text
 * @param {Quote} quote
 */
export const wordsIn = (text, { content }) =>
  content.reduce((sum, [start, end]) => sum + wordCount(text.slice(start, end)), 0);

/**
 * Speakers in the order in which they first speak, with the unattributed quotations in one group at the end.
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Quote[]} quotes
 * @returns {Speaker[]}
 */
export function groupBySpeaker(text, document, quotes) {
  const all = [...bySpeakerKey(text, document, quotes).values()].map(({ name, chain, quotes }) => ({
    name,
    unnamed: name !== null && quotes.every((quote) => quote.speaker_name === null),
    chain,
    quotes,
    count: quotes.reduce((sum, quote) => sum + wordsIn(text, quote), 0),
    place: quotes[0].content[0][0],
  }));
  return [...all.filter((speaker) => speaker.name !== null), ...all.filter((speaker) => speaker.name === null)];
}

/**
 * The number of speakers with a name, a description or words in the text.
 * @param {string} text
 * @param {NewsDocument} document
 */
export const countSpeakers = (text, document) =>
  [...bySpeakerKey(text, document, document.quotes).values()].filter(({ name }) => name !== null).length;

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Quote[]} quotes
 */
function bySpeakerKey(text, document, quotes) {
  /** @type {Map<number|string|null, {name: string|null, chain: number|null, quotes: Quote[]}>} */
  const speakers = new Map();
  for (const quote of quotes) {
    const name = speakerName(text, document, quote);
    const key = quote.speaker_chain ?? name?.toLowerCase() ?? null;
    const speaker = speakers.get(key) ?? { name, chain: quote.speaker_chain, quotes: [] };
    speaker.quotes.push(quote);
    speakers.set(key, speaker);
  }
  return speakers;
}
