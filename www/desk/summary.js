/**
 * The summary of an annotated article: what the tabs of the desk compare. It is made once, in the worker that annotated
 * the article, and again after a correction.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Article} Article
 */

import { articleTitle } from "../document/title.js";

/**
 * @param {NewsDocument} document
 * @param {Article} article
 */
export function summarise(document, { id, text, metadata }) {
  return {
    id,
    title: articleTitle(metadata, text),
    date: metadata.date ?? "",
    source: metadata.site ?? "",
    words: text.match(/\S+/g)?.length ?? 0,
    /** The people who are named. */
    people: document.chains.filter(({ type }) => type === "PERSON").map(({ name }) => ({ name })),
    quotations: document.quotes.map(({ type, speaker_name }) => ({ type, speaker: speaker_name })),
  };
}
