/**
 * The reader's preferences: what is shown, in which order, with or without labels. They are kept for the next visit if
 * the browser allows it.
 *
 * @typedef {import("./store.js").State} State
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").Update} Update
 * @typedef {import("../document/shown.js").Kind} Kind
 * @typedef {import("../document/order.js").Order} Order
 * @typedef {Pick<State, "hidden"|"labels"|"tab"|"order"|"letterKeys"|"citing"|"ownPattern">} View
 */

import { STYLES } from "../document/citation.js";
import { ORDERS } from "../document/order.js";
import { CONFIDENCE_LEVELS, FAMILIES, QUOTE_MEDIA, QUOTE_TYPES } from "../generated/tables.js";

const KEPT = "newsmark.view";

/** @type {Kind[]} */
const KINDS = [...FAMILIES, ...QUOTE_TYPES, ...QUOTE_MEDIA, ...CONFIDENCE_LEVELS].map(({ id }) => id);

/** @type {(what: Kind) => Update} */
export const toggle = (what) => (state) => {
  const hidden = new Set(state.hidden);
  if (!hidden.delete(what)) hidden.add(what);
  return { ...state, hidden };
};

/** @type {Update} */
export const toggleLabels = (state) => ({ ...state, labels: !state.labels });

/** Without highlights, for a first reading and for screen readers. @type {Update} */
export const togglePlain = (state) => ({ ...state, plain: !state.plain });

/** Only this speaker's quotations, or everybody's again. @type {(name: string|null) => Update} */
export const toggleOnly = (name) => (state) => ({
  ...state,
  only: state.only && state.only.name === name ? null : { name },
});

/** @type {(citing: State["citing"], ownPattern: string) => Update} */
export const citeAs = (citing, ownPattern) => (state) => ({ ...state, citing, ownPattern });

/** @type {(tab: State["tab"]) => Update} */
export const openTab = (tab) => (state) => (state.tab === tab ? state : { ...state, tab });

/** @type {(order: Order) => Update} */
export const orderBy = (order) => (state) => ({ ...state, order });

/** @type {(letterKeys: boolean) => Update} */
export const enableSingleKeys = (letterKeys) => (state) => ({ ...state, letterKeys });

/**
 * Reads stored preferences, ignoring anything invalid: another version or another page may have written them.
 * @param {string|null} kept
 * @returns {Partial<View>}
 */
export function parsePreferences(kept) {
  /** @type {Record<string, unknown>} */
  let was;
  try {
    was = Object(JSON.parse(kept ?? "null"));
  } catch {
    return {};
  }
  /** @type {Partial<View>} */
  const view = {};
  const { hidden, labels, tab, order, letterKeys, citing, ownPattern } = was;
  if (Array.isArray(hidden)) view.hidden = new Set(KINDS.filter((kind) => hidden.includes(kind)));
  if (typeof labels === "boolean") view.labels = labels;
  if (tab === "names" || tab === "quotes") view.tab = tab;
  const known = ORDERS.find(({ id }) => id === order);
  if (known) view.order = known.id;
  if (typeof letterKeys === "boolean") view.letterKeys = letterKeys;
  const style = STYLES.find(({ id }) => id === citing);
  if (style) view.citing = style.id;
  if (typeof ownPattern === "string") view.ownPattern = ownPattern;
  return view;
}

/** @param {View} view */
export const serialisePreferences = ({ hidden, labels, tab, order, letterKeys, citing, ownPattern }) =>
  JSON.stringify({ hidden: [...hidden], labels, tab, order, letterKeys, citing, ownPattern });

/**
 * Restores the preferences of the last visit and stores every change. In a browser that stores nothing, the page starts
 * with its defaults.
 * @param {Store} store
 */
export function keepPreferences(store) {
  try {
    const view = parsePreferences(localStorage.getItem(KEPT));
    store.update((state) => ({ ...state, ...view }));
  } catch {
    return;
  }
  store.subscribe((state, before) => {
    const now = serialisePreferences(state);
    if (now === serialisePreferences(before)) return;
    try {
      localStorage.setItem(KEPT, now);
    } catch {
      // Storage is full, or access to it has been withdrawn.
    }
  });
}
