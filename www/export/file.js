/**
 * The Newsmark file, from which all exports are made.
 *
 * @typedef {import("../state/store.js").State} State
 */

import { articleTitle } from "../document/title.js";
import { SCHEMA_VERSION } from "../generated/tables.js";
import { saved } from "../state/saved.js";

/**
 * What is saved of an article, plus what other programs need to read it.
 * @param {State} state with a document
 */
export const newsmarkFile = (state) => ({ ...saved(state), ...shownFile(state) });

/**
 * Only the article as it is shown: other formats contain nothing else, and less has to be copied to the worker.
 * @param {State} state
 */
export const shownFile = ({ text, metadata, model, document }) => ({
  format: "newsmark",
  version: SCHEMA_VERSION,
  offsets: "utf16",
  model,
  title: articleTitle(metadata, text),
  text,
  document,
});
