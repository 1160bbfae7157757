/**
 * The Newsmark file: what is kept of an article, and what others need to read it. Every export is made of it.
 *
 * @typedef {import("../state/store.js").State} State
 */

import { saved } from "../state/saved.js";
import { titleOf } from "../storage/record.js";

/** @param {State} state with a document */
export function newsmarkFile(state) {
  return {
    ...saved(state),
    format: "newsmark",
    version: 1,
    model: state.model,
    offsets: "utf16",
    title: titleOf(state.text),
    document: state.document,
  };
}
