/**
 * The part of the state that is saved for an article, in the browser's storage and in a Newsmark file, and how it is
 * restored. The document itself is not saved: it follows from the engine's result and the corrections.
 *
 * @typedef {import("./store.js").State} State
 * @typedef {import("./store.js").Update} Update
 *
 * @typedef {Pick<State, "text"|"metadata"|"draft"|"found"|"model"|"corrections"|"future"|"lost">} Saved
 */

import { corrected } from "../document/corrections/corrector.js";

/**
 * @param {State} state
 * @returns {Saved} can be written as JSON
 */
export const saved = ({ text, metadata, draft, found, model, corrections, future, lost }) => ({
  text,
  metadata,
  draft,
  found,
  model,
  corrections,
  future,
  lost,
});

/**
 * Shows a saved article, with its corrections and its undo and redo history.
 * @type {(kept: Saved) => Update}
 */
export const restored =
  ({ text, metadata = {}, draft, found, model = "", corrections, future, lost }) =>
  (state) => ({
    ...state,
    article: state.article + 1,
    partial: false,
    view: found ? "reading" : "editing",
    error: "",
    only: null,
    pointed: null,
    pinned: null,
    text,
    metadata,
    draft,
    found,
    model,
    corrections,
    future,
    lost,
    document: found && corrected(text, found, corrections),
  });
