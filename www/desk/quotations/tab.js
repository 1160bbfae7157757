/**
 * The tab with the quotations of all articles: a table that can be filtered and searched, and a concordance of the
 * articles.
 *
 * @typedef {import("./filter.js").Row} Row
 */

import { formatNumber, plural } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { articleText, quoteClass } from "../../panel/rows.js";
import { sliced } from "../gathered.js";
import { marked } from "../search/marked.js";
import { byDate, byText, createTable } from "../table/table.js";
import { mountView } from "../view.js";
import { createConcordance } from "./concordance-view.js";
import { filtered, rowsOf } from "./filter.js";
import { filtersView } from "./filters-view.js";

/** How long a reader may pause while typing, in milliseconds. */
const PAUSE = 150;

/** @type {import("../types.js").MountTab} */
export function mountQuotations(root, desk) {
  const search = element("input");
  search.type = "search";
  search.autocomplete = "off";
  search.placeholder = "Search";
  const inQuotations = modeButton("Quotations");
  const inArticles = modeButton("Articles");
  const modes = element("div", "modes", "Search in ", inQuotations, inArticles);
  modes.role = "group";
  modes.ariaLabel = "Search in";
  const help = element(
    "p",
    "aside",
    "All words must occur. “Words in quotation marks” stand together, minist* finds what begins so, and -word leaves out.",
  );
  help.id = "desk-search-help";
  search.setAttribute("aria-describedby", help.id);
  const count = element("span", "desk-count");
  count.role = "status";
  const filters = filtersView(() => later());
  const table = createTable(
    "Quotations",
    /** @type {import("../table/table.js").Column<Row>[]} */ ([
      { id: "speaker", label: "Speaker", cell: speaker, compare: byText(({ said }) => said || "\uffff") },
      { id: "words", label: "Words", cell: words },
      { id: "type", label: "Type", cell: kind, compare: byText(({ type }) => type) },
      {
        id: "date",
        label: "Date",
        cell: ({ article }) => article.date,
        compare: byDate(({ article }) => article.date),
      },
      { id: "article", label: "Article", cell: origin, compare: byText(({ article }) => article.title) },
    ]),
    { by: "", direction: "ascending" },
  );
  const concordance = createConcordance(desk, (words) => {
    count.textContent = words;
  });
  root.append(element("div", "desk-tools", search, modes, count), help, filters.root, table.root, concordance.root);

  /** @type {Row[]} */
  let rows = [];
  let timer = 0;
  /** Counts the searches; only the last one is shown. */
  let asked = 0;
  search.addEventListener("input", later);
  setMode(inQuotations);

  /** @param {string} label */
  function modeButton(label) {
    const made = button("switch", label, () => setMode(made));
    made.dataset.view = "";
    return made;
  }

  /** @param {HTMLButtonElement} mode */
  function setMode(mode) {
    for (const one of [inQuotations, inArticles]) one.ariaPressed = String(one === mode);
    const isConcordance = mode === inArticles;
    search.ariaLabel = isConcordance ? "Search the articles" : "Search the quotations";
    filters.root.hidden = isConcordance;
    table.root.hidden = isConcordance;
    concordance.root.hidden = !isConcordance;
    find();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(find, PAUSE);
  }

  async function find() {
    clearTimeout(timer);
    const mine = ++asked;
    if (!concordance.root.hidden) return concordance.find(search.value);
    const found = await sliced(filtered(rows, { words: search.value, ...filters.values() }));
    if (mine !== asked) return;
    table.show(found, true);
    const whole = plural(rows.length, "quotation");
    count.textContent = found.length === rows.length ? whole : `${formatNumber(found.length)} of ${whole}`;
  }

  /** @param {Row} row */
  function speaker({ said }) {
    if (said === "") return element("span", "aside", "Nobody named");
    const name = button("opens", said, () => filters.showSpeaker(said));
    name.title = `Only what ${said} said`;
    return name;
  }

  /** @param {Row} row */
  function words(row) {
    const made = element("span", `clamped ${quoteClass(row)}`, marked(row.words, search.value));
    made.title = row.words;
    return made;
  }

  /** @param {Row} row */
  function origin({ article, place }) {
    const title = button("opens", article.title || `Article ${article.id + 1}`, () => desk.open(article.id, place));
    return article.source === "" ? title : element("span", "", title, articleText("aside source", article.source));
  }

  const view = mountView(root, desk, (gathered) => {
    rows = rowsOf(gathered);
    concordance.show(gathered);
    find();
  });
  return {
    update() {
      view.update();
      table.update();
    },
    close() {
      clearTimeout(timer);
      asked++;
      view.close();
      table.close();
      concordance.close();
    },
  };
}

/** @param {Row} row */
function kind({ type, medium, cue }) {
  const made = element("span", "", medium === "speech" ? type : `${type}, ${medium}`);
  if (cue) made.append(element("span", "aside cue", `“${cue}”`));
  return made;
}
