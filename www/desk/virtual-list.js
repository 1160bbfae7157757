/**
 * A list of any length in an element that scrolls. Only the rows near the window exist. All have the same height, which the
 * style sheet sets as `--row`.
 */

import { element } from "../dom.js";

/** Rows that exist above and below the window, so that scrolling does not show gaps. */
const MARGIN = 12;

/**
 * @template T
 * @param {HTMLElement} scroller may have a head that sticks to its top
 * @param {(item: T, index: number) => HTMLElement} draw makes the row of an item
 */
export function createVirtualList(scroller, draw) {
  const canvas = element("div", "virtual-rows");
  canvas.role = "rowgroup";
  scroller.append(canvas);
  /** @type {readonly T[]} */
  let items = [];
  /** The rows that exist, with their places. @type {Map<number, {item: T, row: HTMLElement}>} */
  let rows = new Map();
  /** A hidden element forgets how far it was scrolled. */
  let scrolled = 0;
  let height = 0;

  scroller.addEventListener("scroll", () => {
    if (scroller.clientHeight > 0) scrolled = scroller.scrollTop;
    show();
  });
  // The row is higher in a narrow window, or with larger letters.
  const resized = new ResizeObserver(() => {
    if (scroller.clientHeight === 0) return;
    height = 0;
    measure();
  });
  resized.observe(scroller);

  function measure() {
    const probe = element("div", "virtual-row");
    canvas.append(probe);
    height = probe.getBoundingClientRect().height;
    probe.remove();
    if (height === 0) return;
    canvas.style.height = `${height * items.length}px`;
    if (scroller.scrollTop !== scrolled) scroller.scrollTop = scrolled;
    for (const [index, { row }] of rows) place(row, index);
    show();
  }

  /** The height of the part of the window that shows rows; the head of the list sticks to its top. */
  const room = () => scroller.clientHeight - canvas.offsetTop;

  /** @param {HTMLElement} row @param {number} index */
  function place(row, index) {
    row.style.transform = `translateY(${index * height}px)`;
    row.ariaRowIndex = String(index + 2);
  }

  function show() {
    if (height === 0) return;
    const first = Math.max(0, Math.floor(scroller.scrollTop / height) - MARGIN);
    const end = Math.min(items.length, Math.ceil((scroller.scrollTop + room()) / height) + MARGIN);
    const focused = document.activeElement;
    /** @type {typeof rows} */
    const now = new Map();
    for (let index = first; index < end; index++) {
      const known = rows.get(index);
      if (known?.item === items[index]) now.set(index, known);
      else {
        const row = draw(items[index], index);
        row.classList.add("virtual-row");
        place(row, index);
        const hadFocus = known?.row.contains(focused);
        known ? known.row.replaceWith(row) : canvas.append(row);
        if (hadFocus) row.querySelector("a")?.focus({ preventScroll: true });
        now.set(index, { item: items[index], row });
      }
    }
    for (const [index, known] of rows) {
      if (now.has(index)) continue;
      // The focus would be lost.
      if (index < items.length && known.row.contains(focused)) now.set(index, known);
      else known.row.remove();
    }
    rows = now;
  }

  return {
    /** @param {readonly T[]} shown */
    set(shown) {
      items = shown;
      if (height === 0) return measure();
      canvas.style.height = `${height * items.length}px`;
      show();
    },

    /** From the beginning. */
    rewind() {
      scrolled = 0;
      scroller.scrollTop = 0;
    },

    /** To be called when the list is shown again. */
    restore: measure,

    /** Scrolls to an item and returns its row. @param {number} index */
    reveal(index) {
      const top = index * height;
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + height > scroller.scrollTop + room()) scroller.scrollTop = top + height - room();
      scrolled = scroller.scrollTop;
      show();
      return rows.get(index)?.row ?? null;
    },

    /** How many rows fit into the window. */
    page: () => Math.max(1, Math.floor(room() / height) - 1),

    /** Where a row is, by an element in it. @param {Element} inside */
    indexOf(inside) {
      for (const [index, { row }] of rows) if (row.contains(inside)) return index;
      return -1;
    },

    close: () => resized.disconnect(),
  };
}
