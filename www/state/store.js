/**
 * The one store of the page. State is never changed in place: an update is a function from a state
 * to the next one (see updates.js), and whoever listens is told both.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/shown.js").Kind} Kind
 * @typedef {import("../document/order.js").Order} Order
 * @typedef {import("../document/corrections/types.js").Correction} Correction
 * @typedef {import("../document/corrections/carry.js").Lost} Lost
 *
 * @typedef {{kind: "chain"|"quote"|"entity", id: number}} Target something found that can be pointed at
 *
 * @typedef {Object} State
 * @property {"loading"|"ready"|"working"|"error"} phase what the engine does
 * @property {number|null} progress how much of the work is done, from 0 to 1; null where that is not known
 * @property {boolean} partial whether only the beginning of a long text is annotated yet
 * @property {"editing"|"reading"} view
 * @property {number} article which article this is: another number, another article
 * @property {string} text the text that the document is about
 * @property {string|null} draft what the text box holds, if it is not `text`
 * @property {NewsDocument|null} found what the engine found, which nothing ever changes
 * @property {string} model the fingerprint of the model that found it; empty where it is not known
 * @property {readonly Correction[]} corrections in the order in which they were made: the way back of undo
 * @property {readonly Correction[]} future the way forward of redo: the last is the next to be done again
 * @property {readonly Lost[]} lost corrections whose passage is no longer in the text
 * @property {NewsDocument|null} document what is shown: `found` with `corrections` applied
 * @property {number} milliseconds how long the document took
 * @property {string} error what went wrong, in a sentence; empty if nothing did
 * @property {ReadonlySet<Kind>} hidden what is not shown
 * @property {boolean} labels whether types stand above the marks
 * @property {"names"|"quotes"} tab
 * @property {Order} order of the panel's lists
 * @property {boolean} letterKeys whether keys act that are a letter or a sign alone
 * @property {Target|null} pointed under the pointer or the focus
 * @property {Target|null} pinned chosen by a click, lit while nothing is pointed at
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
  draft: null,
  found: null,
  model: "",
  corrections: [],
  future: [],
  lost: [],
  document: null,
  milliseconds: 0,
  error: "",
  hidden: new Set(/** @type {Kind[]} */ (["number", "indirect"])),
  labels: false,
  tab: "names",
  order: "count",
  letterKeys: true,
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
