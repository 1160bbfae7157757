/**
 * What is stored for a state, and the line that stands for it in the list.
 *
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("./articles.js").Summary} Summary
 * @typedef {import("./articles.js").StoredArticle} StoredArticle
 */

import { summaryLine } from "../document/explain.js";
import { isDocument } from "../document/is-document.js";
import { articleTitle } from "../document/title.js";
import { saved } from "../state/saved.js";

/** The parts of the state that are stored. */
export const KEPT_FIELDS = /** @type {const} */ ([
  "text",
  "metadata",
  "draft",
  "found",
  "model",
  "corrections",
  "future",
  "lost",
]);

/**
 * @param {State} state
 * @param {{id: string, revision: number}} current
 * @returns {StoredArticle}
 */
export function record(state, { id, revision }) {
  const { found, ...content } = saved(state);
  return {
    summary: {
      id,
      revision,
      updated: Date.now(),
      title: articleTitle(state.metadata, state.draft ?? state.text),
      holds: state.document && state.draft === null ? summaryLine(state.document) : "",
    },
    content: { ...content, id },
    found,
  };
}

/**
 * Whether a record in the database is a valid list entry: an older or newer version, or another page of this origin,
 * may have written it.
 * @param {any} value
 * @returns {value is Summary}
 */
export const isSummary = (value) =>
  typeof value?.id === "string" &&
  Number.isInteger(value.revision) &&
  Number.isFinite(value.updated) &&
  typeof value.title === "string" &&
  typeof value.holds === "string";

/**
 * Whether this page can show a stored article, if its corrections are sound.
 * @param {{summary: unknown, content: any, found: unknown}} value
 * @returns {value is StoredArticle}
 */
export function isReadable({ summary, content, found }) {
  if (!isSummary(summary) || typeof content?.text !== "string") return false;
  const { text, draft, model, corrections, future, lost } = content;
  return (
    [corrections, future, lost].every(Array.isArray) &&
    (draft === null || typeof draft === "string") &&
    typeof model === "string" &&
    (found === null || isDocument(found, text))
  );
}
