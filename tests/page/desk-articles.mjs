// Small annotated articles for the tests of the desk.

/**
 * @typedef {import("../../www/document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../../www/document/types.js").Range} Range
 * @typedef {{name: string|null, type?: import("../../www/document/types.js").EntityType, mentions?: string[], titles?: string[]}} Named
 *   `mentions` in the order of the text; pronouns and names tell themselves apart, and "the …" is a nominal
 * @typedef {{words: string, speaker?: string, cue?: string, of?: number|null, medium?: import("../../www/document/types.js").Medium, type?: import("../../www/document/types.js").QuoteType}} Quoted
 *   `of` is the speaker's chain
 */

const PRONOUN = /^(?:s?he|her|him|his|hers|they)$/i;

/**
 * @param {string} text
 * @param {Named[]} named
 * @param {Quoted[]} [quoted]
 * @returns {NewsDocument}
 */
export function annotated(text, named, quoted = []) {
  /** @param {string} words @param {number} [from] @returns {Range} */
  const at = (words, from = 0) => {
    const start = text.indexOf(words, from);
    if (start < 0) throw new Error(`“${words}” is not in the text`);
    return [start, start + words.length];
  };
  return {
    entities: [],
    chains: named.map(({ name, type = "PERSON", mentions = name === null ? [] : [name], titles = [] }, id) => {
      let from = 0;
      return {
        id,
        type,
        name,
        titles: titles.map((title) => {
          const [start, end] = at(title);
          return { start, end, text: title };
        }),
        mentions: mentions.map((words) => {
          const [start, end] = at(words, from);
          from = end;
          const kind = PRONOUN.test(words) ? "pronoun" : words.startsWith("the ") ? "nominal" : "name";
          return { start, end, kind };
        }),
      };
    }),
    quotes: quoted.map(({ words, speaker, cue, of = null, ...rest }, id) => ({
      id,
      type: "direct",
      medium: "speech",
      content: [at(words)],
      quoted: [],
      cue: cue ? [at(cue)] : [],
      speaker: speaker ? [at(speaker)] : [],
      speaker_name: of === null ? null : named[of].name,
      speaker_chain: of,
      confidence: 1,
      why: "",
      ...rest,
    })),
    quoted_terms: [],
    sentences: [],
  };
}
