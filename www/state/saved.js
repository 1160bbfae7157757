/**
 * What of the state is kept of an article, in the browser's storage and in a saved file, and the way
 * back. The document itself is not: it follows from what was found and the corrections.
 *
 * @typedef {import("./store.js").State} State
 * @typedef {import("./store.js").Update} Update
 *
 * @typedef {Pick<State, "text"|"draft"|"found"|"model"|"corrections"|"future"|"lost">} Saved
 */

import { corrected } from "../document/corrected.js";

/**
 * @param {State} state
 * @returns {Saved} plain JSON
 */
export const saved = ({ text, draft, found, model, corrections, future, lost }) => ({
  text,
  draft,
  found,
  model,
  corrections,
  future,
  lost,
});

/**
 * Shows a kept article, with its corrections and what can be future and redone.
 * @type {(kept: Saved) => Update}
 */
export const restored =
  ({ text, draft, found, model = "", corrections, future, lost }) =>
  (state) => ({
    ...state,
    article: state.article + 1,
    partial: false,
    view: found ? "reading" : "editing",
    error: "",
    pointed: null,
    pinned: null,
    text,
    draft,
    found,
    model,
    corrections,
    future,
    lost,
    document: found && corrected(text, found, corrections),
  });
