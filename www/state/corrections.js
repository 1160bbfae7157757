/**
 * State updates for corrections. A correction is appended to the earlier ones and the document is computed again from
 * the engine's result, so undo only has to remove the last one, without limit.
 *
 * @typedef {import("./store.js").State} State
 * @typedef {import("./store.js").Update} Update
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/corrections/types.js").Correction} Correction
 * @typedef {import("../document/corrections/types.js").Orphaned} Orphaned
 * @typedef {import("../document/shown.js").Kind} Kind
 */

import { corrected, reanchored } from "../document/corrections/corrector.js";
import { familyOf } from "../document/families.js";
import { overlap } from "../document/ranges.js";

/** The part of the state that belongs to an article, when there is none. */
export const EMPTY_ARTICLE = /** @type {const} */ ({
  found: null,
  document: null,
  corrections: [],
  future: [],
  lost: [],
});

/**
 * The state with other corrections.
 * @param {State} state
 * @param {Pick<State, "corrections"|"future">} change
 * @returns {State}
 */
function after(state, { corrections, future }) {
  const document = state.found && corrected(state.text, state.found, corrections);
  // What is pointed at may have another id now, or none.
  return { ...state, corrections, future, document, pointed: null, pinned: null };
}

/** @type {(correction: Correction) => Update} */
export const correct = (correction) => (state) =>
  state.found
    ? showing(correction, after(state, { corrections: [...state.corrections, correction], future: [] }))
    : state;

/**
 * Shows what the user has just marked, even if things of its kind were hidden.
 * @type {(correction: Correction, state: State) => State}
 */
function showing(correction, state) {
  /** @type {Kind[]} */
  const made = [];
  if (correction.do === "mark") made.push(familyOf(correction.type).id);
  if (correction.do === "quote") {
    const [start, end] = correction.at;
    const quote = state.document?.quotes.find(
      ({ by, content }) => by && content.some((piece) => overlap(piece, [start, end])),
    );
    if (quote) made.push(quote.type);
  }
  if (made.length === 0 || ![...made, "sure"].some((kind) => state.hidden.has(/** @type {Kind} */ (kind))))
    return state;
  return { ...state, hidden: new Set([...state.hidden].filter((kind) => kind !== "sure" && !made.includes(kind))) };
}

/** @type {Update} */
export const undo = (state) => {
  const last = state.corrections.at(-1);
  return last ? after(state, { corrections: state.corrections.slice(0, -1), future: [...state.future, last] }) : state;
};

/** @type {Update} */
export const redo = (state) => {
  const next = state.future.at(-1);
  return next ? after(state, { corrections: [...state.corrections, next], future: state.future.slice(0, -1) }) : state;
};

/** Takes back one correction out of turn; redo brings it back. @type {(index: number) => Update} */
export const takeBack = (index) => (state) => {
  const { corrections, future } = state;
  const change = { corrections: corrections.filter((_, i) => i !== index), future: [...future, corrections[index]] };
  return index in corrections ? after(state, change) : state;
};

/** Applies a lost correction to what stands now where its passage was. @type {(orphan: Orphaned) => Update} */
export const keepAnyway = (orphan) => (state) => {
  const { nearest } = orphan;
  if (!nearest || !state.lost.includes(orphan)) return state;
  return forget(orphan)(after(state, { corrections: [...state.corrections, nearest], future: state.future }));
};

/** @type {(orphan: Orphaned) => Update} */
export const forget = (orphan) => (state) => ({ ...state, lost: state.lost.filter((one) => one !== orphan) });

/**
 * The state for the engine's result on a text that may be an edited version of the current one.
 * @type
 *   {(state: State, text: string, found: NewsDocument) => Pick<State, "found"|"document"|"corrections"|"future"|"lost">}
 */
export function withFound(state, text, found) {
  const { corrections, future, lost } = reanchored(state, text);
  return { found, corrections, future, lost, document: corrected(text, found, corrections) };
}
