/**
 * The page's only store. State is never modified in place: an update is a function from one state to the next (see
 * updates.js), and listeners get both.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Metadata} Metadata
 * @typedef {import("../document/shown.js").Kind} Kind
 * @typedef {import("../document/order.js").Order} Order
 * @typedef {import("../document/corrections/types.js").Correction} Correction
 * @typedef {import("../document/corrections/types.js").Orphaned} Orphaned
 *
 * @typedef {{kind: "chain"|"quote"|"entity", id: number}} Target something that can be pointed at
 *
 * @typedef {Object} State
 * @property {"loading"|"ready"|"working"|"error"} phase what the engine is doing
 * @property {number|null} progress the share of the work that is done, from 0 to 1; null if unknown
 * @property {boolean} partial whether only the beginning of a long text has been annotated so far
 * @property {"editing"|"reading"} view
 * @property {number} article changes whenever another article is opened
 * @property {string} text the text that the document describes
 * @property {Metadata} metadata what is known about the article beside its text
 * @property {string|null} draft the contents of the text box, if they differ from `text`
 * @property {NewsDocument|null} found the engine's result, which never changes
 * @property {string} model the fingerprint of the model that produced it; empty if unknown
 * @property {readonly Correction[]} corrections in the order in which they were made; undo removes the last one
 * @property {readonly Correction[]} future undone corrections; redo applies the last one
 * @property {readonly Orphaned[]} lost corrections whose passage is no longer in the text
 * @property {NewsDocument|null} document what is shown: `found` with `corrections` applied
 * @property {number} milliseconds how long annotating took
 * @property {string} error an error message for the user, or empty
 * @property {ReadonlySet<Kind>} hidden what is hidden
 * @property {boolean} labels whether types are shown above the highlights
 * @property {"names"|"quotes"} tab
 * @property {Order} order the order of the panel's lists
 * @property {boolean} plain whether the article is shown without highlights
 * @property {{name: string|null}|null} only whose quotations the panel lists; null for everybody's
 * @property {import("../document/citation.js").StyleId} citing how copied quotations are referenced
 * @property {string} ownPattern the pattern of the style "own"
 * @property {boolean} letterKeys whether single-key shortcuts are enabled
 * @property {Target|null} pointed under the pointer or the focus
 * @property {Target|null} pinned chosen by a click, and emphasised while nothing is pointed at
 *
 * @typedef {(state: State) => State} Update
 * @typedef {(state: State, before: State) => void} Listener
 */

/** @type {State} */
export const INITIAL = {
  phase: "loading",
  progress: null,
  partial: false,
  view: "editing",
  article: 0,
  text: "",
  metadata: {},
  draft: null,
  found: null,
  model: "",
  corrections: [],
  future: [],
  lost: [],
  document: null,
  milliseconds: 0,
  error: "",
  hidden: new Set(/** @type {Kind[]} */ (["number", "thought"])),
  labels: false,
  tab: "names",
  order: "count",
  letterKeys: true,
  plain: false,
  only: null,
  citing: "line",
  ownPattern: "{words} – {speaker}",
  pointed: null,
  pinned: null,
};

/** @param {State} state */
export function createStore(state) {
  /** @type {Listener[]} */
  const listeners = [];
  return {
    get: () => state,
    /** @param {Update} change */
    update(change) {
      const before = state;
      state = change(before);
      if (state !== before) for (const listener of listeners) listener(state, before);
    },
    /** @param {Listener} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createStore>} Store */
