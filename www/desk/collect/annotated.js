/**
 * Lines that are annotated already: what the command line writes, and Newsmark files. What they say is checked like any
 * file; a line whose annotations do not belong to its text is annotated again.
 *
 * @typedef {import("../../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../../state/saved.js").Saved} Saved
 */

import { isDocument } from "../../document/is-document.js";
import { readMetadata } from "../../document/metadata.js";
import { readNewsmark } from "../../import/newsmark.js";
import { inUtf16 } from "./offsets.js";

/** The parts of a document in a line of the command line. */
const PARTS = ["entities", "chains", "quotes", "quoted_terms", "sentences", "blocks"];

/** @param {Record<string, unknown>} line */
export const isAnnotated = (line) =>
  typeof line.text === "string" &&
  (line.format === "newsmark" || (Array.isArray(line.entities) && Array.isArray(line.quotes)));

/**
 * @param {Record<string, any>} line
 * @returns {Promise<{saved: Saved, fields: Record<string, unknown>}>} with the fields that are not the annotator's
 */
export async function savedIn(line) {
  if (line.format === "newsmark") {
    const saved = await readNewsmark(JSON.stringify(line));
    if (saved) return { saved, fields: Object(line.fields) };
  }
  const { text, metadata, id, corrected, ...rest } = line;
  /** @type {Record<string, unknown>} */
  const parts = {};
  for (const part of PARTS) {
    if (Array.isArray(rest[part])) parts[part] = rest[part];
    delete rest[part];
  }
  // Fields such as the title have also become metadata.
  const known = readMetadata(metadata);
  const given = { ...known, ...(id !== undefined && id !== null && { id: String(id) }) };
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isKnown(value, known)));
  // The desk of another browser has written what restores the corrections (export/collection.js).
  if (Array.isArray(corrected?.corrections)) {
    const file = { ...corrected, format: "newsmark", offsets: "utf16", text, metadata };
    const saved = await readNewsmark(JSON.stringify(file));
    if (saved) return { saved: { ...saved, metadata: given }, fields };
  }
  const found = { ...inUtf16(parts, text), ...(Object.keys(known).length > 0 && { metadata: known }) };
  return {
    saved: {
      text,
      metadata: given,
      draft: null,
      found: isDocument(found, text) ? found : null,
      model: "",
      corrections: [],
      future: [],
      lost: [],
    },
    fields,
  };
}

/** @param {unknown} value @param {import("../../document/types.js").Metadata} known */
const isKnown = (value, known) => /** @type {unknown[]} */ (Object.values(known)).includes(value);
