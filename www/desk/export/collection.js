/**
 * A collection as a file: one line of JSON for each article, as `newsmark annotate --jsonl` writes it, with offsets in code
 * points. The command line annotates, exports and shows such a file, and the desk of another browser opens it. A corrected
 * article has one more field, `corrected`, with which the desk restores its corrections; the command line passes it on.
 *
 * @typedef {import("../types.js").AnnotatedArticle} AnnotatedArticle
 * @typedef {import("../../document/types.js").NewsDocument} NewsDocument
 */

import { wellFormedJson } from "../../document/well-formed.js";
import { inCodePoints } from "../collect/offsets.js";
import { idInFiles } from "../summary.js";

/** The id of an article in files: the one that it came with, or its number. @param {AnnotatedArticle} article */
export const idOf = ({ id, metadata }) => idInFiles({ id, archiveId: metadata.id ?? "" });

/**
 * @param {AnnotatedArticle} article
 * @param {NewsDocument} document
 * @returns {string} without the end of the line
 */
export function lineOf(article, document) {
  const { text, metadata, fields, corrected } = article;
  const { id: _, ...known } = metadata;
  const { metadata: __, ...parts } = document;
  return wellFormedJson({
    id: idOf(article),
    text,
    ...known,
    ...fields,
    ...(corrected && { corrected }),
    ...inCodePoints(parts, text),
    metadata,
  });
}
