/**
 * A list that grows a step at a time: a book has thousands of names, and nobody reads them all.
 *
 * @typedef {{growTo: (index: number) => void}} GrowingList
 */

import { formatNumber, plural } from "../document/words.js";
import { button, element } from "../dom.js";

/**
 * @template T
 * @param {string} className
 * @param {T[]} items
 * @param {number} step how many items are added at a time
 * @param {string} kind the singular noun for an item
 * @param {(item: T) => HTMLElement} make
 * @returns {GrowingList & {parts: HTMLElement[]}}
 */
export function growingList(className, items, step, kind, make) {
  const list = element(className === "entries" ? "ul" : "div", className);
  const more = button("more", "", () => {
    const first = list.children.length;
    growTo(first);
    // The focus would be lost: the button moves or disappears.
    /** @type {HTMLElement|null} */ (list.children[first].querySelector("button"))?.focus();
  });

  /** @param {number} index */
  function growTo(index) {
    const to = Math.min(items.length, Math.ceil((index + 1) / step) * step);
    for (let i = list.children.length; i < to; i++) list.append(make(items[i]));
    const left = items.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = `Show ${plural(Math.min(left, step), `more ${kind}`)}${left > step ? ` of ${formatNumber(left)}` : ""}`;
  }
  growTo(0);
  return { parts: items.length > step ? [list, more] : [list], growTo };
}
