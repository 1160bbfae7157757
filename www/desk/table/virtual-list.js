/**
 * A list of any length in a box that scrolls: only the rows near its window are in the document. All rows have the same
 * height, which the style sheet sets (`--row-height`).
 */

import { element } from "../../dom.js";
import { beforePaint } from "../../scheduling.js";

/** Rows that are made before they come into sight. */
const MARGIN = 8;
/** The greatest height that all browsers can lay out, in pixels. A longer list scrolls faster than it looks. */
const HEIGHT = 16_000_000;

/**
 * @template T
 * @param {(item: T, index: number) => HTMLElement} make
 */
export function virtualList(make) {
  const probe = element("div", "list-probe");
  probe.ariaHidden = "true";
  const rows = element("div", "list-rows");
  const box = element("div", "list-box", probe, rows);
  /** @type {readonly T[]} */
  let items = [];
  /** The rows in the document, by index. @type {Map<number, HTMLElement>} */
  const shown = new Map();
  let height = 0;
  /** By how much the rows stand higher than their number says, in a list that is too long for browsers. */
  let shift = 0;
  let stopWaiting = () => {};

  const draw = () => {
    stopWaiting = () => {};
    const measured = probe.offsetHeight;
    // It is not on display.
    if (measured === 0) return;
    const { scrollTop, clientHeight } = box;
    const whole = measured * items.length;
    const top = whole > HEIGHT ? (scrollTop * (whole - clientHeight)) / (HEIGHT - clientHeight) : scrollTop;
    if (measured !== height || top - scrollTop !== shift) {
      height = measured;
      shift = top - scrollTop;
      rows.style.height = `${Math.min(HEIGHT, whole)}px`;
      for (const [index, row] of shown) place(row, index);
    }
    const first = Math.max(0, Math.floor(top / height) - MARGIN);
    const end = Math.min(items.length, Math.ceil((top + clientHeight) / height) + MARGIN);
    for (const [index, row] of shown) {
      // The focus would be lost with its row.
      if ((index >= first && index < end) || row.contains(document.activeElement)) continue;
      row.remove();
      shown.delete(index);
    }
    for (let index = first; index < end; index++) if (!shown.has(index)) add(index);
  };

  /** @param {number} index */
  function add(index) {
    const row = make(items[index], index);
    row.classList.add("list-row");
    place(row, index);
    shown.set(index, row);
    // In order, so that the Tab key and screen readers go from row to row.
    let before = index + 1;
    while (before <= index + MARGIN * 8 && !shown.has(before)) before++;
    rows.insertBefore(row, shown.get(before) ?? null);
  }

  /** @param {HTMLElement} row @param {number} index */
  function place(row, index) {
    row.style.top = `${index * height - shift}px`;
  }

  const later = () => {
    stopWaiting();
    stopWaiting = beforePaint(draw);
  };
  box.addEventListener("scroll", later, { passive: true });
  const resized = new ResizeObserver(later);
  resized.observe(box);

  return {
    box,
    rows,

    /** @param {readonly T[]} all @param {boolean} [fromTop] whether to scroll to the first one */
    show(all, fromTop = false) {
      items = all;
      for (const row of shown.values()) row.remove();
      shown.clear();
      height = 0;
      if (fromTop) box.scrollTop = 0;
      draw();
    },

    close() {
      stopWaiting();
      resized.disconnect();
    },
  };
}
