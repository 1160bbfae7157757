/**
 * The orders in which the panel lists names and speakers.
 *
 * @typedef {"count"|"name"|"place"} Order
 * @typedef {Object} Ordered
 * @property {string|null} name
 * @property {boolean} [unnamed] whether the article does not name the person
 * @property {number} count how often or how much
 * @property {number} place the first position
 * @property {number|import("./types.js").Quote[]} [quotes]
 */

/** @type {{id: Order, label: string}[]} */
export const ORDERS = [
  { id: "count", label: "Most frequent" },
  { id: "name", label: "A to Z" },
  { id: "place", label: "In text order" },
];

/** Created when this order is first chosen, to keep it out of the page's start. @type {Intl.Collator|null} */
let alphabet = null;

/** @param {string} a @param {string} b */
function alphabetical(a, b) {
  alphabet ??= new Intl.Collator("en", { sensitivity: "base", numeric: true });
  return alphabet.compare(a, b);
}

/** The number of quotations. @param {Ordered} one */
const said = ({ quotes = 0 }) => (typeof quotes === "number" ? quotes : quotes.length);

/** @type {Record<Order, (a: Ordered, b: Ordered) => number>} */
const COMPARED = {
  count: (a, b) => b.count - a.count || said(b) - said(a) || a.place - b.place,
  name: (a, b) => alphabetical(a.name ?? "", b.name ?? "") || a.place - b.place,
  place: (a, b) => a.place - b.place,
};

/**
 * A sorted copy. In every order, people whom the article does not name come after the others, and entries without any
 * words for them last.
 * @template {Ordered} T
 * @param {T[]} entries
 * @param {Order} order
 */
export function inOrder(entries, order) {
  const last = (/** @type {T} */ { name, unnamed }) => (name === null ? 2 : Number(unnamed ?? false));
  return [...entries].sort((a, b) => last(a) - last(b) || COMPARED[order](a, b));
}
