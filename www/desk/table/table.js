/**
 * A table of any length that can be sorted by its columns. On a narrow screen each row becomes a few lines.
 *
 * @typedef {"ascending"|"descending"} Direction
 */

import { formatNumber } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { runInSlices } from "../../scheduling.js";
import { createVirtualList } from "../virtual-list.js";
import { sorted } from "./sort.js";

/**
 * @template T
 * @typedef {Object} Column
 * @property {string} id its cells have the class `col-ID`
 * @property {string} label
 * @property {(row: T) => string|Node} cell
 * @property {(a: T, b: T) => number} [compare] for columns that can be sorted by, in ascending order
 * @property {Direction} [first] the direction in which a column is sorted at first: numbers from the greatest
 * @property {boolean} [isNumber]
 */

/** What the arrow keys can move the focus to. */
const OPENER = "button, a";

/**
 * @template T
 * @param {string} label what the table shows
 * @param {Column<T>[]} columns
 * @param {{by: string, direction: Direction}} order the first one; rows stay as they are given if no column has this name
 */
export function createTable(label, columns, order) {
  const status = element("p", "visually-hidden");
  status.role = "status";
  const heads = columns.map(head);
  const headRow = element("div", "table-row table-head", ...heads);
  headRow.role = "row";
  headRow.ariaRowIndex = "1";
  const headGroup = element("div", "virtual-head", headRow);
  headGroup.role = "rowgroup";
  const scroller = element("div", "desk-scroller", headGroup);
  scroller.role = "table";
  scroller.ariaLabel = label;
  scroller.tabIndex = 0;
  const root = element("div", "table", scroller, status);
  const list = createVirtualList(scroller, makeRow);
  /** @type {readonly T[]} */
  let rows = [];
  /** In the order that is shown. @type {readonly T[]} */
  let shown = [];
  let work = runInSlices(nothing(), 1);

  /** @param {Column<T>} column */
  function head({ id, label, compare, isNumber, first = "ascending" }) {
    const cell = element("div", `cell col-${id}${isNumber ? " number" : ""}`, label);
    cell.role = "columnheader";
    if (!compare) return cell;
    const chooser = button("sort", label, () => {
      const turned = order.direction === "ascending" ? "descending" : "ascending";
      order = { by: id, direction: order.by === id ? turned : first };
      show(rows, true);
      status.textContent = `Sorted by ${label.toLowerCase()}, ${order.direction}.`;
    });
    cell.replaceChildren(chooser);
    return cell;
  }

  /** @param {T} item */
  function makeRow(item) {
    const cells = columns.map(({ id, label, cell, isNumber }) => {
      const made = element("div", `cell col-${id}${isNumber ? " number" : ""}`, cell(item));
      made.role = "cell";
      made.dataset.label = label;
      return made;
    });
    const row = element("div", "table-row", ...cells);
    row.role = "row";
    return row;
  }

  /** @param {readonly T[]} all in their own order @param {boolean} [fromTop] */
  function show(all, fromTop = false) {
    rows = all;
    work.stop();
    for (const [i, { id, compare }] of columns.entries())
      if (compare) heads[i].ariaSort = id === order.by ? order.direction : "none";
    scroller.ariaRowCount = String(all.length + 1);
    const compare = columns.find(({ id }) => id === order.by)?.compare;
    if (!compare) return draw(all, fromTop);
    const sign = order.direction === "ascending" ? 1 : -1;
    function* inOrder() {
      const result = yield* sorted(all, (a, b) => sign * /** @type {NonNullable<typeof compare>} */ (compare)(a, b));
      draw(result, fromTop);
    }
    work = runInSlices(inOrder(), all.length);
  }

  /** @param {readonly T[]} inOrder @param {boolean} fromTop */
  function draw(inOrder, fromTop) {
    shown = inOrder;
    if (fromTop) list.rewind();
    list.set(shown);
  }

  scroller.addEventListener("keydown", (event) => {
    const from = event.target instanceof Element ? list.indexOf(event.target) : -1;
    const to = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + list.page(),
      PageUp: from - list.page(),
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    if (from < 0 || to === undefined) return;
    event.preventDefault();
    const index = Math.min(shown.length - 1, Math.max(0, to));
    const opener = list.reveal(index)?.querySelector(OPENER);
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });

  return {
    root,
    show,
    /** To be called when the table is shown again. */
    update: list.restore,
    close() {
      work.stop();
      list.close();
    },
  };
}

/** @returns {Generator<number, void>} */
function* nothing() {}

/** Compares texts without case and diacritics. */
const alphabet = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** @template T @param {(row: T) => string} of */
export const byText = (of) => (/** @type {T} */ a, /** @type {T} */ b) => alphabet.compare(of(a), of(b));

/** @template T @param {(row: T) => number} of */
export const byNumber = (of) => (/** @type {T} */ a, /** @type {T} */ b) => of(a) - of(b);

/**
 * Dates in order; what has none comes last when the oldest is first.
 * @template T
 * @param {(row: T) => string} of
 */
export const byDate = (of) => (/** @type {T} */ a, /** @type {T} */ b) => {
  const [x, y] = [of(a) || "9999", of(b) || "9999"];
  return x < y ? -1 : Number(x > y);
};

/** @param {number} number */
export const numberCell = (number) => formatNumber(number);
