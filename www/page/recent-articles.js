/**
 * The recent articles under the text box.
 *
 * @typedef {import("../storage/autosave.js").Autosave} Autosave
 * @typedef {import("../storage/articles.js").Summary} Summary
 * @typedef {import("./notices.js").Notices} Notices
 */

import { formatNumber, plural } from "../document/words.js";
import { button, element, part } from "../dom.js";

/** So many are listed at first. */
const FIRST = 8;

/**
 * @param {import("../state/store.js").Store} store
 * @param {Autosave} autosave
 * @param {Notices} notices
 */
export function mountRecentArticles(store, autosave, notices) {
  const section = part("recent");
  const list = part("recent-list");
  const more = part("recent-more");
  const removeAllButton = part("delete-all");
  const question = /** @type {HTMLDialogElement} */ (part("delete-question"));
  /** The rows that are there, with what they say. @type {Map<string, {content: string, row: HTMLElement}>} */
  let rows = new Map();
  let isShortened = true;
  let drawRequest = 0;

  async function draw() {
    const mine = ++drawRequest;
    const summaries = await autosave.list();
    if (mine !== drawRequest) return;
    section.hidden = summaries.length === 0;
    const shown = isShortened ? summaries.slice(0, FIRST) : summaries;
    // Another tab may have changed the list under somebody's fingers.
    const focused = document.activeElement;
    const focusedId = focused?.closest(".recent-row")?.id;
    const focusedButton = focused?.classList.contains("recent-open") ? "button" : "button:last-child";
    // A row that says what it said stays the same element: somebody may be about to press it.
    const before = rows;
    rows = new Map(shown.map((summary) => [summary.id, reusedRow(before, summary)]));
    list.replaceChildren(...[...rows.values()].map(({ row }) => row));
    if (focusedId)
      /** @type {HTMLElement|null|undefined} */ (
        document.getElementById(focusedId)?.querySelector(focusedButton)
      )?.focus();
    more.hidden = shown.length === summaries.length;
    more.textContent = `Show all ${formatNumber(summaries.length)}`;
    part("delete-count").textContent = plural(summaries.length, "article");
  }

  /**
   * @param {typeof rows} before
   * @param {Summary} summary
   */
  function reusedRow(before, summary) {
    const content = JSON.stringify(summary);
    const known = before.get(summary.id);
    return known?.content === content ? known : { content, row: row(summary) };
  }

  /** @param {Summary} summary */
  function row({ id, title, updated, holds }) {
    const open = button("recent-open", "", () => autosave.open(id));
    open.append(
      element("span", "recent-title", title),
      element("span", "recent-facts", `${when(updated)} · ${holds || "not annotated yet"}`),
    );
    open.dir = "auto";
    const remove = button("subtle", "Forget", () => removeOne(id, title));
    remove.setAttribute("aria-label", `Forget “${title}”`);
    const made = element("li", "recent-row", open, remove);
    made.id = `recent-${id}`;
    return made;
  }

  /** @param {string} id @param {string} title */
  async function removeOne(id, title) {
    const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
    const undo = await autosave.remove(id);
    await draw();
    // The button that had the focus is gone.
    const next =
      list.children[Math.min(at, list.children.length - 1)]?.querySelector("button:last-child") ?? part("box");
    if (at >= 0) /** @type {HTMLElement} */ (next).focus();
    notices.show("forgotten", `“${title}” is forgotten.`, { label: "Undo", act: undo });
  }

  more.addEventListener("click", async () => {
    isShortened = false;
    await draw();
    list.children[FIRST]?.querySelector("button")?.focus();
  });
  removeAllButton.addEventListener("click", () => question.showModal());
  question.addEventListener("close", async () => {
    if (question.returnValue !== "forget") return;
    question.returnValue = "";
    notices.dismiss("forgotten");
    await autosave.removeAll();
    part("box").focus();
  });
  const isVisible = () => store.get().view === "editing";
  autosave.subscribe(() => isVisible() && draw());
  store.subscribe((state, before) => {
    if (state.view === before.view) return;
    if (isVisible()) draw();
    // Whoever reads another article is done with the one that was forgotten.
    else notices.dismiss("forgotten");
  });
  draw();
}

/** @param {number} time */
function when(time) {
  const date = new Date(time);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
    : date.toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" });
}
