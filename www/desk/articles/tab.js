/**
 * The tab that lists the articles of the collection: search, sort, filter, open.
 *
 * @typedef {import("../store/database.js").Row} Row
 * @typedef {import("./filter.js").Kind} Kind
 * @typedef {import("../table/table.js").Column<Row>} Column
 */

import { formatNumber, plural } from "../../document/words.js";
import { element } from "../../dom.js";
import { addressOf } from "../address.js";
import { byDate, byNumber, byText, createTable } from "../table/table.js";
import { listed } from "./filter.js";

/** @type {[Kind, string][]} */
const KINDS = [
  ["all", "All articles"],
  ["done", "Annotated"],
  ["waiting", "Not annotated yet"],
  ["failed", "Could not be annotated"],
  ["corrected", "Corrected"],
];

/**
 * @param {HTMLElement} root
 * @param {import("../desk.js").OpenDesk} desk
 * @returns {import("../types.js").Tab}
 */
export function mountArticles(root, desk) {
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
  // Those without a column to sort by are in the order in which they were added.
  const table = createTable("Articles", columnsOf(desk.collection.id), { by: "", direction: "ascending" });
  const empty = element(
    "p",
    "desk-empty",
    "No articles yet. Drop files, folders or a ZIP archive here, or add them above.",
  );
  root.append(element("div", "desk-tools", search, kind, count), table.root, empty);

  /** @param {boolean} [fromTop] */
  function draw(fromTop = false) {
    const { all } = desk.rows;
    const shown = listed(all, search.value, /** @type {Kind} */ (kind.value));
    count.textContent =
      shown.length === all.length
        ? plural(all.length, "article")
        : `${formatNumber(shown.length)} of ${plural(all.length, "article")}`;
    empty.hidden = all.length > 0;
    table.root.hidden = all.length === 0;
    table.show(shown, fromTop);
  }

  search.addEventListener("input", () => draw(true));
  kind.addEventListener("change", () => draw(true));
  const unwatch = desk.watch(() => draw());
  draw();

  return {
    update() {
      draw();
      table.update();
    },
    close() {
      unwatch();
      table.close();
    },
  };
}

/** @param {string} collection @returns {Column[]} */
const columnsOf = (collection) => [
  {
    id: "title",
    label: "Title",
    compare: byText(({ title }) => title),
    cell({ id, title, corrected }) {
      const open = element("a", "opens", title);
      open.href = addressOf({ collection, article: id });
      open.dir = "auto";
      return corrected ? element("span", "", open, element("span", "corrected", "corrected")) : open;
    },
  },
  { id: "date", label: "Date", compare: byDate(({ date }) => date), first: "descending", cell: ({ date }) => date },
  { id: "source", label: "Source", compare: byText(({ source }) => source), cell: ({ source }) => source },
  numbers("words", "Words"),
  numbers("people", "People"),
  numbers("quotations", "Quotations"),
];

/** @param {"words"|"people"|"quotations"} id @param {string} label @returns {Column} */
const numbers = (id, label) => ({
  id,
  label,
  compare: byNumber((row) => row[id]),
  first: "descending",
  isNumber: true,
  cell: (row) =>
    id === "words" || row.state === "done" ? formatNumber(row[id]) : id === "people" ? STATES[row.state] : "",
});

/** What is in place of the numbers. */
const STATES = { waiting: "waiting", failed: "failed", done: "" };
