/**
 * The orders in which the panel lists names and speakers.
 *
 * @typedef {"count"|"name"|"place"} Order
 * @typedef {{name: string|null, count: number, place: number}} Ordered frequency and first position
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

/** @type {Record<Order, (a: Ordered, b: Ordered) => number>} */
const COMPARED = {
  count: (a, b) => b.count - a.count || a.place - b.place,
  name: (a, b) => alphabetical(a.name ?? "", b.name ?? "") || a.place - b.place,
  place: (a, b) => a.place - b.place,
};

/**
 * A sorted copy. Entries without a name come last in every order.
 * @template {Ordered} T
 * @param {T[]} entries
 * @param {Order} order
 */
export function inOrder(entries, order) {
  const last = (/** @type {T} */ { name }) => Number(name === null);
  return [...entries].sort((a, b) => last(a) - last(b) || COMPARED[order](a, b));
}
