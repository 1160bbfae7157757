/**
 * Every place of a word in the articles, each with what stands around it. It can be sorted by what stands before the word
 * and by what follows.
 *
 * @typedef {import("../gathered.js").Gathered} Gathered
 * @typedef {import("../search/concordance.js").Line} Line
 * @typedef {Line & {title: string, date: string}} Row
 */

import { formatNumber, plural } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { articleText } from "../../panel/rows.js";
import { startDeskSearch } from "../../worker/start.js";
import { createSearch } from "../search/client.js";
import { byDate, byText, createTable } from "../table/table.js";

/** Nobody reads more. */
const LINES = 5000;

/**
 * @param {import("../types.js").Desk} desk
 * @param {(words: string) => void} say
 */
export function createConcordance(desk, say) {
  const search = createSearch(desk, startDeskSearch);
  const table = createTable(
    "Concordance",
    /** @type {import("../table/table.js").Column<Row>[]} */ ([
      { id: "left", label: "Before", cell: left, compare: byText(({ left }) => left.split(" ").reverse().join(" ")) },
      { id: "keyword", label: "Word", cell: keyword, compare: byText(({ word, right }) => `${word} ${right}`) },
      { id: "date", label: "Date", cell: ({ date }) => date, compare: byDate(({ date }) => date) },
      {
        id: "article",
        label: "Article",
        cell: ({ title }) => articleText("", title),
        compare: byText(({ title }) => title),
      },
    ]),
    { by: "", direction: "ascending" },
  );
  const root = element("div", "concordance", table.root);
  /** @type {Gathered|null} */
  let gathered = null;
  let asked = 0;

  /** The end of what stands before the word is what is read, so it is cut off at its beginning. @param {Row} row */
  function left({ left }) {
    return element("bdi", "", articleText("", left));
  }

  /** The word with what follows it. @param {Row} row */
  function keyword({ word, right, article, place, title }) {
    const opener = button("opens", word, () => desk.open(article, place));
    opener.title = `Open “${title}” here`;
    const made = element("span", "", opener, right);
    made.dir = "auto";
    return made;
  }

  /** @param {Line} line */
  function rowOf(line) {
    const { title = "", date = "" } = gathered?.byId.get(line.article) ?? {};
    return { ...line, title: title || `Article ${line.article + 1}`, date };
  }

  return {
    root,

    /** @param {Gathered} latest */
    show(latest) {
      gathered = latest;
    },

    /** @param {string} typed */
    async find(typed) {
      const mine = ++asked;
      const isWanted = () => mine === asked && !root.hidden;
      if (typed.trim() === "") {
        table.show([]);
        say("Type a word or a name to see every place where it stands.");
        return;
      }
      try {
        const { lines, places, articles } = await search.find(typed, LINES, (count) => {
          if (isWanted()) say(`Reading the articles: ${formatNumber(count)}`);
        });
        if (!isWanted()) return;
        table.show(lines.map(rowOf), true);
        const found = `${plural(places, "place")} in ${plural(articles, "article")}`;
        say(lines.length < places ? `${found}; the first ${formatNumber(lines.length)} are shown` : found);
      } catch (error) {
        if (isWanted()) say(`The search failed (${error instanceof Error ? error.message : error}). Try again.`);
      }
    },

    close() {
      asked++;
      search.close();
      table.close();
    },
  };
}
