/**
 * A table of any length that can be sorted by its columns. On a narrow screen each row becomes a few lines.
 *
 * @typedef {"ascending"|"descending"} Direction
 */

import { formatNumber } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { runInSlices } from "../../scheduling.js";
import { sorted } from "./sort.js";
import { virtualList } from "./virtual-list.js";

/**
 * @template T
 * @typedef {Object} Column
 * @property {string} id a class of its cells
 * @property {string} label
 * @property {(row: T) => string|Node} cell
 * @property {(a: T, b: T) => number} [compare] for columns that can be sorted by, in ascending order
 * @property {Direction} [first] the direction in which a column is sorted at first: numbers from the greatest
 * @property {boolean} [isNumber]
 */

/**
 * @template T
 * @param {string} label what the table shows
 * @param {Column<T>[]} columns
 * @param {{by: string, direction: Direction}} order the first one
 */
export function createTable(label, columns, order) {
  const status = element("p", "visually-hidden");
  status.role = "status";
  const list = virtualList(makeRow);
  const heads = columns.map(head);
  const headRow = element("div", "table-head", ...heads);
  headRow.role = "row";
  headRow.ariaRowIndex = "1";
  const headGroup = element("div", "", headRow);
  headGroup.role = "rowgroup";
  const table = element("div", "table", headGroup, list.box);
  table.role = "table";
  table.ariaLabel = label;
  list.box.tabIndex = 0;
  list.box.role = "rowgroup";
  const root = element("div", "table-frame", table, status);
  /** @type {readonly T[]} */
  let rows = [];
  let work = runInSlices(nothing(), 1);

  /** @param {Column<T>} column */
  function head({ id, label, compare, first = "ascending" }) {
    const cell = element("div", `cell ${id}`, label);
    cell.role = "columnheader";
    if (!compare) return cell;
    const chooser = button("sort", label, () => {
      const direction = order.by !== id ? first : order.direction === "ascending" ? "descending" : "ascending";
      order = { by: id, direction };
      show(rows, true);
      status.textContent = `Sorted by ${label.toLowerCase()}, ${direction}.`;
    });
    cell.replaceChildren(chooser);
    return cell;
  }

  /** @param {T} item @param {number} index */
  function makeRow(item, index) {
    const row = element(
      "div",
      "table-row",
      ...columns.map(({ id, label, cell, isNumber }) => {
        const made = element("div", `cell ${id}${isNumber ? " number" : ""}`, cell(item));
        made.role = "cell";
        made.dataset.label = label;
        return made;
      }),
    );
    row.role = "row";
    row.ariaRowIndex = String(index + 2);
    return row;
  }

  /** @param {readonly T[]} all in their own order @param {boolean} [fromTop] */
  function show(all, fromTop = false) {
    rows = all;
    work.stop();
    for (const [i, { id, compare }] of columns.entries())
      if (compare) heads[i].ariaSort = id === order.by ? order.direction : "none";
    table.ariaRowCount = String(all.length + 1);
    const compare = columns.find(({ id }) => id === order.by)?.compare;
    if (!compare) return list.show(all, fromTop);
    const sign = order.direction === "ascending" ? 1 : -1;
    work = runInSlices(inOrder(), all.length);
    function* inOrder() {
      list.show(
        yield* sorted(all, (a, b) => sign * /** @type {NonNullable<typeof compare>} */ (compare)(a, b)),
        fromTop,
      );
    }
  }

  return {
    root,
    show,
    /** The rows in the order in which they were given. */
    rows: () => rows,
    /** Draws the rows again, after the table has been hidden. */
    update: () => show(rows),
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
 * Dates in order; articles without one come last when the oldest is first.
 * @template T
 * @param {(row: T) => string} of
 */
export const byDate = (of) => (/** @type {T} */ a, /** @type {T} */ b) => {
  const [x, y] = [of(a) || "9999", of(b) || "9999"];
  return x < y ? -1 : Number(x > y);
};

/** @param {number} number */
export const numberCell = (number) => formatNumber(number);
