/**
 * The recent articles under the text box.
 *
 * @typedef {import("../storage/autosave.js").Keeping} Keeping
 * @typedef {import("../storage/articles.js").Summary} Summary
 * @typedef {import("./notices.js").Notices} Notices
 */

import { counted, figure } from "../document/words.js";
import { button, element, part } from "../dom.js";

/** So many are listed at first. */
const FEW = 8;

/**
 * @param {import("../state/store.js").Store} store
 * @param {Keeping} keeping
 * @param {Notices} notices
 */
export function mountRecent(store, keeping, notices) {
  const section = part("recent");
  const list = part("recent-list");
  const more = part("recent-more");
  const all = part("forget-all");
  const ask = /** @type {HTMLDialogElement} */ (part("forget-question"));
  /** The rows that are there, with what they say. @type {Map<string, {says: string, row: HTMLElement}>} */
  let rows = new Map();
  let few = true;
  let asked = 0;

  async function draw() {
    const mine = ++asked;
    const summaries = await keeping.list();
    if (mine !== asked) return;
    section.hidden = summaries.length === 0;
    const shown = few ? summaries.slice(0, FEW) : summaries;
    // Another tab may have changed the list under somebody's fingers.
    const focused = document.activeElement;
    const held = focused?.closest(".recent-row")?.id;
    const which = focused?.classList.contains("recent-open") ? "button" : "button:last-child";
    // A row that says what it said stays the same element: somebody may be about to press it.
    const before = rows;
    rows = new Map(shown.map((summary) => [summary.id, kept(before, summary)]));
    list.replaceChildren(...[...rows.values()].map(({ row }) => row));
    if (held) /** @type {HTMLElement|null|undefined} */ (document.getElementById(held)?.querySelector(which))?.focus();
    more.hidden = shown.length === summaries.length;
    more.textContent = `Show all ${figure(summaries.length)}`;
    part("forget-count").textContent = counted(summaries.length, "article");
  }

  /**
   * @param {typeof rows} before
   * @param {Summary} summary
   */
  function kept(before, summary) {
    const says = JSON.stringify(summary);
    const known = before.get(summary.id);
    return known?.says === says ? known : { says, row: row(summary) };
  }

  /** @param {Summary} summary */
  function row({ id, title, updated, holds }) {
    const open = button("recent-open", "", () => keeping.open(id));
    open.append(
      element("span", "recent-title", title),
      element("span", "recent-facts", `${when(updated)} · ${holds || "not annotated yet"}`),
    );
    open.dir = "auto";
    const forget = button("quiet", "Forget", () => forgetOne(id, title));
    forget.setAttribute("aria-label", `Forget “${title}”`);
    const made = element("li", "recent-row", open, forget);
    made.id = `recent-${id}`;
    return made;
  }

  /** @param {string} id @param {string} title */
  async function forgetOne(id, title) {
    const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
    const undo = await keeping.forget(id);
    await draw();
    // The button that had the focus is gone.
    const next =
      list.children[Math.min(at, list.children.length - 1)]?.querySelector("button:last-child") ?? part("box");
    if (at >= 0) /** @type {HTMLElement} */ (next).focus();
    notices.say("forgotten", `“${title}” is forgotten.`, { label: "Undo", act: undo });
  }

  more.addEventListener("click", async () => {
    few = false;
    await draw();
    list.children[FEW]?.querySelector("button")?.focus();
  });
  all.addEventListener("click", () => ask.showModal());
  ask.addEventListener("close", async () => {
    if (ask.returnValue !== "forget") return;
    ask.returnValue = "";
    notices.hush("forgotten");
    await keeping.forgetAll();
    part("box").focus();
  });
  const seen = () => store.get().view === "writing";
  keeping.subscribe(() => seen() && draw());
  store.subscribe((state, before) => {
    if (state.view === before.view) return;
    if (seen()) draw();
    // Whoever reads another article is done with the one that was forgotten.
    else notices.hush("forgotten");
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
