/**
 * A list that is made a stretch at a time: a book has thousands of names, and nobody reads them all.
 *
 * @typedef {{growTo: (index: number) => void}} LongList
 */

import { counted, figure } from "../document/words.js";
import { button, element } from "../dom.js";

/**
 * @template T
 * @param {string} className
 * @param {T[]} items
 * @param {number} stretch how many are made at a time
 * @param {string} kind what one of them is called
 * @param {(item: T) => HTMLElement} make
 * @returns {LongList & {parts: HTMLElement[]}}
 */
export function longList(className, items, stretch, kind, make) {
  const list = element(className === "entries" ? "ul" : "div", className);
  const more = button("more", "", () => {
    const first = list.children.length;
    growTo(first);
    // The button moves away from under the focus, or is gone.
    /** @type {HTMLElement|null} */ (list.children[first].querySelector("button"))?.focus();
  });

  /** @param {number} index */
  function growTo(index) {
    const to = Math.min(items.length, Math.ceil((index + 1) / stretch) * stretch);
    for (let i = list.children.length; i < to; i++) list.append(make(items[i]));
    const left = items.length - list.children.length;
    more.hidden = left === 0;
    more.textContent = `Show ${counted(Math.min(left, stretch), `more ${kind}`)}${left > stretch ? ` of ${figure(left)}` : ""}`;
  }
  growTo(0);
  return { parts: items.length > stretch ? [list, more] : [list], growTo };
}
