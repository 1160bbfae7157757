/**
 * The summary of an annotated article: enough to list it, and to put its people and quotations together with those of the
 * other articles. It is made once, in the worker that annotated the article, and again after a correction. A collection
 * has thousands of articles, whose documents would not fit into memory.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Chain} Chain
 * @typedef {import("../document/types.js").Quote} Quote
 * @typedef {import("../document/types.js").EntityType} EntityType
 * @typedef {import("../document/types.js").QuoteType} QuoteType
 * @typedef {import("../document/types.js").Medium} Medium
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("./types.js").Article} Article
 *
 * @typedef {Object} Summary
 * @property {number} id of the article
 * @property {string} archiveId its id in the archive that it comes from; empty without one
 * @property {string} title
 * @property {string} date the day of publication, as YYYY-MM-DD; empty if it is not known
 * @property {string} source who published it; empty if it is not known
 * @property {number} words
 * @property {NamedPerson[]} people
 * @property {OtherName[]} names everything else that has a name
 * @property {Quotation[]} quotations
 *
 * @typedef {Object} NamedPerson a chain of type PERSON with a name
 * @property {number} chain its id in the document
 * @property {string} name the fullest name in the text
 * @property {string[]} titles
 * @property {number} mentions
 * @property {number} she the weight of the evidence that the text calls the person “she” (people/gender.js)
 * @property {number} he
 * @property {Range} place the first mention
 *
 * @typedef {Object} OtherName a chain of another type
 * @property {number} chain
 * @property {string} name
 * @property {EntityType} type
 *
 * @typedef {Object} Quotation
 * @property {number} quote its id in the document
 * @property {QuoteType} type
 * @property {Medium} medium
 * @property {string|null} speaker as the page shows it; null if nobody is named
 * @property {number|null} chain the speaker's, which may have no name and is in no list then
 * @property {string} cue
 * @property {string} words what is reported
 * @property {Range} place from its first to its last word
 * @property {number[]} about the chains of the people whom it mentions, without the speaker
 */

import { firstAtOrAfter } from "../document/search.js";
import { chainLabel, quoteWords, speakerName, wordCount } from "../document/speakers.js";
import { articleTitle } from "../document/title.js";
import { called } from "./people/gender.js";

/**
 * @param {NewsDocument} document
 * @param {Pick<Article, "id"|"text"|"metadata">} article
 * @returns {Summary}
 */
export function summarise(document, { id, text, metadata }) {
  // Two articles that quote “a neighbour” do not quote one person, so people without a name are nobody’s.
  const people = document.chains.filter(({ type, name }) => type === "PERSON" && name !== null);
  const mentions = inTextOrder(people);
  return {
    id,
    archiveId: metadata.id ?? "",
    title: articleTitle(metadata, text),
    date: metadata.date ?? "",
    source: metadata.site ?? "",
    words: wordCount(text),
    people: people.map((chain) => person(text, chain)),
    names: document.chains.flatMap(({ id, name, type }) =>
      type === "PERSON" || name === null ? [] : { chain: id, name, type },
    ),
    quotations: document.quotes.map((quote) => quotation(text, document, quote, mentions)),
  };
}

/** @param {string} text @param {Chain} chain @returns {NamedPerson} */
function person(text, chain) {
  const { start, end } = chain.mentions[0] ?? { start: 0, end: 0 };
  return {
    chain: chain.id,
    name: chainLabel(chain),
    titles: [...new Set(chain.titles.map(({ text }) => inOneLine(text)))],
    mentions: chain.mentions.length,
    ...called(text, chain),
    place: [start, end],
  };
}

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Quote} quote
 * @param {ReturnType<typeof inTextOrder>} mentions of people
 * @returns {Quotation}
 */
function quotation(text, document, quote, { ranges, chains }) {
  const { id, type, medium, content, cue, speaker_chain } = quote;
  const about = content.flatMap(([start, end]) =>
    chains.slice(firstAtOrAfter(ranges, start), firstAtOrAfter(ranges, end)),
  );
  return {
    quote: id,
    type,
    medium,
    speaker: speakerName(text, document, quote),
    chain: speaker_chain,
    cue: inOneLine(cue.map(([start, end]) => text.slice(start, end)).join(" … ")),
    words: inOneLine(quoteWords(text, quote)),
    place: [Math.min(...content.map(([start]) => start)), Math.max(...content.map(([, end]) => end))],
    about: [...new Set(about)].filter((chain) => chain !== speaker_chain),
  };
}

/** The mentions of these chains. @param {Chain[]} chains */
function inTextOrder(chains) {
  const all = chains.flatMap(({ id, mentions }) => mentions.map(({ start, end }) => ({ id, start, end })));
  all.sort((a, b) => a.start - b.start);
  return {
    ranges: all.map(({ start, end }) => /** @type {Range} */ ([start, end])),
    chains: all.map(({ id }) => id),
  };
}

/** @param {string} text */
const inOneLine = (text) => text.replace(/\s+/g, " ");

/** The id of an article in files. @param {Pick<Summary, "id"|"archiveId">} article */
export const idInFiles = ({ id, archiveId }) => archiveId || String(id + 1);
