/**
 * An article that has been read, as it will be stored.
 *
 * @typedef {import("../../state/saved.js").Saved} Saved
 * @typedef {import("../store/articles.js").NewArticle} NewArticle
 */

import { corrected } from "../../document/corrections/corrector.js";
import { wordCount } from "../../document/speakers.js";
import { articleTitle } from "../../document/title.js";
import { rowOf } from "../store/articles.js";
import { packed } from "../store/packing.js";
import { summarise } from "../summary.js";
import { hashOf } from "./hash.js";

/**
 * @param {Saved|{text: string, metadata: import("../../document/types.js").Metadata}} article
 * @param {Record<string, string>} fields
 * @returns {Promise<NewArticle>}
 */
export async function newArticle(article, fields) {
  const { text, metadata } = article;
  /** @type {NewArticle} */
  const made = {
    row: {
      state: "waiting",
      title: articleTitle(metadata, text),
      date: metadata.date ?? "",
      source: metadata.site ?? "",
      words: wordCount(text),
      people: 0,
      quotations: 0,
      corrected: false,
      hash: hashOf(text),
    },
    text: { text, metadata, fields },
  };
  if (!("found" in article)) return made;
  const { draft, corrections, future, lost, found, model } = article;
  if (draft !== null || corrections.length + future.length + lost.length > 0) {
    made.work = { draft, corrections, future, lost, revision: 1 };
    made.row.corrected = corrections.length > 0;
  }
  if (!found) return made;
  const summary = summarise(corrected(text, found, corrections), { id: 0, text, metadata });
  made.annotated = { found: { found: await packed(JSON.stringify(found)), model }, summary };
  made.row = { ...made.row, ...rowOf(summary) };
  return made;
}
