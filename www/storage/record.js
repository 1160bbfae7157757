/**
 * What is kept of a state, and the line that stands for it in the list.
 *
 * @typedef {import("../state/store.js").State} State
 */

import { summed } from "../document/explain.js";
import { saved } from "../state/saved.js";

/** The parts of the state that are kept. */
export const CONTENT = /** @type {const} */ (["text", "draft", "found", "model", "corrections", "future", "lost"]);

/**
 * @param {State} state
 * @param {{id: string, revision: number}} place
 * @returns {import("./articles.js").Kept}
 */
export function record(state, { id, revision }) {
  const { found, ...content } = saved(state);
  return {
    summary: {
      id,
      revision,
      updated: Date.now(),
      title: titleOf(state.draft ?? state.text),
      holds: state.document && state.draft === null ? summed(state.document) : "",
    },
    content: { ...content, id },
    found,
  };
}

/**
 * The first line that says something, cut between words.
 * @param {string} text
 */
export function titleOf(text) {
  const line = /\S.*/u.exec(text)?.[0].trim() ?? "";
  const cut = line.slice(0, 120);
  return line.length === cut.length ? line : `${cut.replace(/\s+\S*$/u, "")} …`;
}
