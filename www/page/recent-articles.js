/**
 * The list of recent articles below the text box.
 *
 * @typedef {import("../storage/autosave.js").Autosave} Autosave
 * @typedef {import("../storage/articles.js").Summary} Summary
 * @typedef {import("./notices.js").Notices} Notices
 */

import { formatNumber, plural } from "../document/words.js";
import { button, element, part } from "../dom.js";

/** How many are listed at first. */
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
  /** The current rows with their content. @type {Map<string, {content: string, row: HTMLElement}>} */
  let rows = new Map();
  let isShortened = true;
  let drawRequest = 0;

  async function draw() {
    const mine = ++drawRequest;
    const summaries = await autosave.list();
    if (mine !== drawRequest) return;
    section.hidden = summaries.length === 0;
    const shown = isShortened ? summaries.slice(0, FIRST) : summaries;
    // Another tab may have changed the list while this one is in use.
    const focused = document.activeElement;
    const focusedId = focused?.closest(".recent-row")?.id;
    const focusedButton = focused?.classList.contains("recent-open") ? "button" : "button:last-child";
    // An unchanged row keeps its element, because the user may be about to click it.
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
      element("span", "recent-facts", `${when(updated)} · ${holds || "not annotated"}`),
    );
    open.dir = "auto";
    const remove = button("subtle", "Delete", () => removeOne(id, title));
    remove.setAttribute("aria-label", `Delete “${title}”`);
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
    notices.show("deleted", `Deleted “${title}”.`, { label: "Undo", act: undo });
  }

  more.addEventListener("click", async () => {
    isShortened = false;
    await draw();
    list.children[FIRST]?.querySelector("button")?.focus();
  });
  removeAllButton.addEventListener("click", () => question.showModal());
  question.addEventListener("close", async () => {
    if (question.returnValue !== "delete") return;
    question.returnValue = "";
    notices.dismiss("deleted");
    await autosave.removeAll();
    part("box").focus();
  });
  const isVisible = () => store.get().view === "editing";
  autosave.subscribe(() => isVisible() && draw());
  store.subscribe((state, before) => {
    if (state.view === before.view) return;
    if (isVisible()) draw();
    // The undo offer ends when the user goes on to another article.
    else notices.dismiss("deleted");
  });
  draw();
}

/** @param {number} time */
export function when(time) {
  const date = new Date(time);
  const today = date.toDateString() === new Date().toDateString();
  return today
    ? date.toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
    : date.toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" });
}
