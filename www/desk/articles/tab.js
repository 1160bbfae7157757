/**
 * The tab that lists the articles of the collection: search, sort, filter, open.
 *
 * @typedef {import("../store/database.js").Row} Row
 * @typedef {import("./order.js").Column} Column
 * @typedef {import("./order.js").Kind} Kind
 */

import { formatNumber, plural } from "../../document/words.js";
import { element } from "../../dom.js";
import { addressOf } from "../address.js";
import { createVirtualList } from "../virtual-list.js";
import { listed } from "./order.js";

/** The columns with their headings, and what is first when the list is sorted by them. @type {[Column, string, "up"|"down"][]} */
const COLUMNS = [
  ["title", "Title", "up"],
  ["date", "Date", "down"],
  ["source", "Source", "up"],
  ["words", "Words", "down"],
  ["people", "People", "down"],
  ["quotations", "Quotations", "down"],
];

/** @type {[Kind, string][]} */
const KINDS = [
  ["all", "All articles"],
  ["done", "Annotated"],
  ["waiting", "Not annotated yet"],
  ["failed", "Could not be annotated"],
  ["corrected", "Corrected"],
];

/** A longer list is sorted again only when the reader asks. */
const LONG = 20_000;

/**
 * @param {HTMLElement} root
 * @param {import("../desk.js").OpenDesk} desk
 * @returns {import("../types.js").Tab}
 */
export function mountArticles(root, desk) {
  /** @type {import("./order.js").Order} */
  let order = { column: null, isDescending: false };
  const search = element("input");
  search.type = "search";
  search.placeholder = "Search titles and sources";
  search.ariaLabel = search.placeholder;
  search.autocomplete = "off";
  const kind = element("select");
  kind.ariaLabel = "Which articles";
  for (const [id, label] of KINDS) kind.append(new Option(label, id));
  const count = element("span", "desk-count");
  count.role = "status";

  const heads = COLUMNS.map(([column, label, first]) => {
    const chooser = element("button", "", label);
    chooser.type = "button";
    const head = element("div", `cell ${column}`, chooser);
    head.role = "columnheader";
    chooser.addEventListener("click", () => {
      const isDescending = order.column === column ? !order.isDescending : first === "down";
      // A third click returns to the order in which the articles were added.
      const isOver = order.column === column && isDescending === (first === "down");
      order = isOver ? { column: null, isDescending: false } : { column, isDescending };
      list.rewind();
      draw();
    });
    return { column, head };
  });
  const headRow = element("div", "article-row article-head", ...heads.map(({ head }) => head));
  headRow.role = "row";
  headRow.ariaRowIndex = "1";
  const headGroup = element("div", "virtual-head", headRow);
  headGroup.role = "rowgroup";
  const scroller = element("div", "desk-scroller", headGroup);
  scroller.role = "table";
  scroller.ariaLabel = "Articles";
  const empty = element(
    "p",
    "desk-empty",
    "No articles yet. Drop files, folders or a ZIP archive here, or add them above.",
  );
  root.append(element("div", "desk-tools", search, kind, count), scroller, empty);

  const list = createVirtualList(scroller, (/** @type {Row} */ row) => rowOf(desk.collection.id, row));
  /** @type {readonly Row[]} */
  let shown = [];

  function draw() {
    const { all } = desk.rows;
    shown = listed(all, search.value, /** @type {Kind} */ (kind.value), order);
    for (const { column, head } of heads)
      head.ariaSort = column !== order.column ? "none" : order.isDescending ? "descending" : "ascending";
    scroller.ariaRowCount = String(shown.length + 1);
    count.textContent =
      shown.length === all.length
        ? plural(all.length, "article")
        : `${formatNumber(shown.length)} of ${plural(all.length, "article")}`;
    empty.hidden = all.length > 0;
    scroller.hidden = all.length === 0;
    list.set(shown);
  }

  /** Shows changed rows where they are, if sorting would take too long. */
  function refresh() {
    if (order.column === null || shown.length < LONG) return draw();
    shown = shown.map((row) => desk.rows.get(row.id) ?? row);
    list.set(shown);
  }

  search.addEventListener("input", () => {
    list.rewind();
    draw();
  });
  kind.addEventListener("change", () => {
    list.rewind();
    draw();
  });
  scroller.addEventListener("keydown", (event) => {
    const at = event.target instanceof Element ? list.indexOf(event.target) : -1;
    if (at < 0) return;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + list.page(),
      PageUp: at - list.page(),
      Home: 0,
      End: shown.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = Math.min(shown.length - 1, Math.max(0, to));
    list.reveal(index)?.querySelector("a")?.focus({ preventScroll: true });
  });
  const unwatch = desk.watch(refresh);
  draw();

  return {
    update() {
      draw();
      list.restore();
    },
    close() {
      unwatch();
      list.close();
    },
  };
}

/** @param {string} collection @param {Row} row */
function rowOf(collection, row) {
  const open = element("a", "", row.title);
  open.href = addressOf({ collection, article: row.id });
  open.dir = "auto";
  const isDone = row.state === "done";
  const made = element(
    "div",
    "article-row",
    cell("title", open, row.corrected ? element("span", "corrected", "corrected") : ""),
    cell("date", row.date),
    cell("source", row.source),
    cell("words", formatNumber(row.words), "words"),
    ...(isDone
      ? [
          cell("people", formatNumber(row.people), row.people === 1 ? "person" : "people"),
          cell("quotations", formatNumber(row.quotations), row.quotations === 1 ? "quotation" : "quotations"),
        ]
      : [cell("state", row.state === "waiting" ? "not annotated yet" : "could not be annotated")]),
  );
  made.role = "row";
  return made;
}

/**
 * @param {string} column
 * @param {...(Node|string)} content the last of two strings is the unit, which a narrow window shows
 */
function cell(column, ...content) {
  const made = element("div", `cell ${column}`, content[0]);
  const [, more] = content;
  if (typeof more === "string") {
    if (more !== "") made.dataset.unit = more;
  } else if (more) made.append(more);
  made.role = "cell";
  return made;
}
