/**
 * The tab with the people of all articles: a table, the sheet of one person, and questions where it is not clear who is
 * who.
 *
 * @typedef {import("../gathered.js").Gathered} Gathered
 * @typedef {import("./merge.js").Person} Person
 */

import { formatNumber, plural } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { articleText } from "../../panel/rows.js";
import { gatheringOf } from "../gathered.js";
import { byDate, byNumber, byText, createTable, numberCell } from "../table/table.js";
import { mountView } from "../view.js";
import { folded } from "./name.js";
import { offersView } from "./offers-view.js";
import { isFound, sheetView } from "./sheet-view.js";

/** @type {Record<import("./decisions.js").Decision["kind"], string>} */
const DONE = { same: "Joined.", apart: "Taken apart.", different: "Kept apart." };

/** @type {import("../types.js").MountTab} */
export function mountPeople(root, desk) {
  const search = element("input");
  search.type = "search";
  search.placeholder = "Find a person";
  search.ariaLabel = "Find a person by name or title";
  search.autocomplete = "off";
  const count = element("span", "desk-count");
  const undo = button("", "Undo", () => act("Undone.", () => gatheringOf(desk).undo()));
  const said = element("span", "aside");
  said.role = "status";
  const offers = element("div", "offers-frame");
  const table = createTable(
    "People",
    /** @type {import("../table/table.js").Column<Person>[]} */ ([
      {
        id: "person",
        label: "Person",
        cell: (person) => button("opens", person.name, () => open(person.reference)),
        compare: byText(({ name }) => name),
      },
      {
        id: "titles",
        label: "Titles",
        cell: ({ titles }) => (titles.length ? articleText("", titles.slice(0, 3).join(" · ")) : ""),
      },
      numbers("articles", "Articles"),
      numbers("mentions", "Mentions"),
      numbers("quotations", "Quotations"),
      { id: "first", label: "First", cell: ({ first }) => first, compare: byDate(({ first }) => first) },
      { id: "last", label: "Last", cell: ({ last }) => last, compare: byDate(({ last }) => last), first: "descending" },
    ]),
    { by: "articles", direction: "descending" },
  );
  const all = element("div", "people-all", offers, table.root);
  const sheet = element("div", "people-sheet");
  sheet.hidden = true;
  root.append(element("div", "desk-tools", search, undo, said, count), all, sheet);

  /** @type {Gathered|null} */
  let gathered = null;
  /** The person whose sheet is shown. @type {string|null} */
  let shown = null;

  search.addEventListener("input", list);

  /**
   * @param {"articles"|"mentions"|"quotations"} id
   * @param {string} label
   * @returns {import("../table/table.js").Column<Person>}
   */
  function numbers(id, label) {
    return {
      id,
      label,
      cell: (person) => numberCell(person[id]),
      compare: byNumber((person) => person[id]),
      first: "descending",
      isNumber: true,
    };
  }

  function list() {
    if (!gathered) return;
    const { people } = gathered.people;
    const sought = folded(search.value.trim());
    const found = sought === "" ? people : people.filter((person) => isFound(person, sought));
    table.show(found, true);
    const whole = plural(people.length, "person", "people");
    count.textContent =
      found.length === people.length
        ? `${whole} in ${plural(gathered.articles.length, "article")}`
        : `${formatNumber(found.length)} of ${whole}`;
  }

  function ask() {
    if (!gathered) return;
    const wasOpen = offers.querySelector("details")?.open ?? false;
    const hadFocus = offers.contains(document.activeElement);
    offers.replaceChildren();
    if (gathered.people.offers.length === 0) {
      if (hadFocus) search.focus();
      return;
    }
    const view = offersView(gathered.people.offers, { open, decide });
    view.open = wasOpen;
    offers.append(view);
    // The question that had the focus has been answered.
    if (hadFocus) view.querySelector("summary")?.focus();
  }

  /** @param {string} reference */
  function open(reference) {
    const isNew = shown === null;
    shown = reference;
    const heading = showSheet();
    if (!heading) return;
    if (isNew) scrollTo({ top: root.getBoundingClientRect().top + scrollY - 16 });
    heading.focus({ preventScroll: true });
  }

  function showSheet() {
    const person = shown === null ? undefined : gathered?.people.byReference.get(shown);
    if (!gathered || !person) {
      back();
      return null;
    }
    const { view, heading } = sheetView(gathered, person, { open: desk.open, back, decide, say });
    sheet.replaceChildren(view);
    sheet.hidden = false;
    for (const part of [search, count, all]) part.hidden = true;
    return heading;
  }

  function back() {
    if (shown === null) return;
    shown = null;
    sheet.hidden = true;
    sheet.replaceChildren();
    for (const part of [search, count, all]) part.hidden = false;
    table.update();
    search.focus({ preventScroll: true });
  }

  /** @param {import("./decisions.js").Decision} decision */
  function decide(decision) {
    act(`${DONE[decision.kind]} Undo takes it back.`, () => gatheringOf(desk).decide(decision));
  }

  /** @param {string} words @param {() => Promise<void>} change */
  async function act(words, change) {
    try {
      await change();
      say(words);
    } catch {
      say("This could not be stored, and will be lost when the page is closed.");
    }
  }

  /** @param {string} words */
  function say(words) {
    said.textContent = words;
  }

  const view = mountView(root, desk, (latest) => {
    gathered = latest;
    undo.disabled = latest.decisions.length === 0;
    const focused = sheet.contains(document.activeElement);
    list();
    ask();
    if (shown !== null) {
      const heading = showSheet();
      if (focused) heading?.focus({ preventScroll: true });
    }
  });
  return {
    update() {
      view.update();
      table.update();
    },
    close() {
      view.close();
      table.close();
    },
  };
}
