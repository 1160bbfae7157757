/**
 * The panel beside the article: two lists in two tabs, with a common search and sort order.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/order.js").Order} Order
 */

import { classToggler } from "../article/emphasis.js";
import { ORDERS } from "../document/order.js";
import { shownIn } from "../document/shown.js";
import { speakerName } from "../document/speakers.js";
import { plural } from "../document/words.js";
import { button, part } from "../dom.js";
import { onPointing } from "../pointing.js";
import { isLong, runInSlices } from "../scheduling.js";
import { openTab, orderBy, toggle, toggleOnly } from "../state/preferences.js";
import { activeTarget, pin, point, same } from "../state/updates.js";
import { createBackLink } from "./back-link.js";
import { mountCiting } from "./citing.js";
import { nameLists, quoteLists, Rows } from "./lists.js";
import { makeOneStop } from "./one-stop.js";
import { onlyBy, quotesCopiedBy, rowData } from "./rows.js";

const TABS = /** @type {const} */ (["names", "quotes"]);

/** The elements in the panel that the user can point at. */
const ROWS = ".entry, .speaker-name, .share-name";

/**
 * @param {Store} store
 * @param {(range: Range, target: Target|null) => void} jump
 * @param {(quotes: import("../document/types.js").Quote[]) => void} copyQuotes
 */
export function mountPanel(store, jump, copyQuotes) {
  const panel = part("panel");
  const search = /** @type {HTMLInputElement} */ (part("panel-search"));
  const order = /** @type {HTMLSelectElement} */ (part("order"));
  const emphasise = classToggler("emphasised");
  const backLink = createBackLink(part("back-link"));
  let rows = new Rows();
  /** @type {{stop: () => void, over: Promise<void>}|null} */
  let rendering = null;
  /** The index of the range that a row leads to next. @type {WeakMap<Element, number>} */
  const next = new WeakMap();

  const stops = { names: makeOneStop(part("names")), quotes: makeOneStop(part("quotes")) };
  mountCiting(store);

  order.append(...ORDERS.map(({ id, label }) => new Option(label, id)));
  order.addEventListener("change", () => store.update(orderBy(/** @type {Order} */ (order.value))));
  search.addEventListener("input", () => renderLists(store.get()));

  for (const tab of TABS) {
    part(`tab-${tab}`).addEventListener("click", () => store.update(openTab(tab)));
    part(`tab-${tab}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = tab === "names" ? "quotes" : "names";
      store.update(openTab(other));
      part(`tab-${other}`).focus();
    });
  }

  /** @param {Event} event */
  const rowAt = ({ target }) => (target instanceof Element ? target.closest(ROWS) : null);
  /** @param {Event} event */
  const pointAt = (event) => {
    const row = rowAt(event);
    store.update(point(row ? (rowData(row)?.target ?? null) : null));
  };
  onPointing(panel, pointAt);
  panel.addEventListener("pointerleave", () => store.update(point(null)));
  panel.addEventListener("focusin", pointAt);
  panel.addEventListener("focusout", () => store.update(point(null)));
  panel.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null;
    const only = pressed && onlyBy(pressed);
    const copied = pressed && quotesCopiedBy(pressed);
    if (copied) return copyQuotes(copied);
    if (only) return showOnly(only.name);
    if (pressed?.classList.contains("everybody")) return showOnly(store.get().only?.name ?? null);
    const row = rowAt(event);
    if (row instanceof HTMLButtonElement) follow(row);
  });

  /** Shows what one speaker said, in the list and in the article, or everybody's words again. @param {string|null} name */
  function showOnly(name) {
    store.update(toggleOnly(name));
    const { only, document, text } = store.get();
    const quote = only && document?.quotes.find((quote) => speakerName(text, document, quote) === only.name);
    const target =
      quote &&
      (quote.speaker_chain === null ? null : { kind: /** @type {const} */ ("chain"), id: quote.speaker_chain });
    store.update(pin(target ?? null));
    const heading = /** @type {HTMLElement[]} */ ([...part("quotes").querySelectorAll(".speaker-only")]);
    heading.find((one) => onlyBy(one)?.name === name)?.focus();
  }

  showTab(store.get());
  store.subscribe((state, before) => {
    const { document, hidden } = state;
    if (state.text !== before.text) search.value = "";
    if (
      document !== before.document ||
      hidden !== before.hidden ||
      state.order !== before.order ||
      state.only !== before.only
    )
      renderLists(state, state.text !== before.text);
    if (document !== before.document) backLink.forget();
    if (state.tab !== before.tab) showTab(state);
    order.value = state.order;
    const target = activeTarget(state);
    if (!same(target, activeTarget(before))) emphasise(target ? rowsOf(target) : []);
  });

  /**
   * @param {State} state
   * @param {boolean} [isNewText] whether the text is new: its highlights are then painted first
   */
  function renderLists(state, isNewText = false) {
    const { document } = state;
    rendering?.stop();
    if (isNewText) for (const tab of TABS) part(tab).replaceChildren();
    panel.ariaBusy = String(document !== null);
    rendering = document && runInSlices(steps(), isNewText || isLong(document) ? 0 : Infinity);

    function* steps() {
      if (!document) return;
      const focused = panel.contains(globalThis.document.activeElement?.closest(".list") ?? null);
      const shown = shownIn(document, state.hidden);
      rows = new Rows();
      yield 1;
      part("names").replaceChildren(...nameLists(state, document, shown, search.value, rows));
      yield 1;
      part("quotes").replaceChildren(...quoteLists(state, document, shown, search.value, rows));
      const thoughts = document.quotes.filter((quote) => quote.medium === "thought").length;
      if (thoughts && state.hidden.has("thought")) {
        const show = button("more", `Show ${plural(thoughts, "thought")}`, () => {
          store.update(toggle("thought"));
          part("quotes").focus();
        });
        part("quotes").append(show);
      }
      const target = activeTarget(store.get());
      emphasise(target ? rowsOf(target) : []);
      panel.ariaBusy = "false";
      for (const tab of TABS) stops[tab].refresh();
      for (const one of part("quotes").querySelectorAll(".speaker-only, .share-name")) {
        const { only } = store.get();
        if (one instanceof HTMLButtonElement)
          one.ariaPressed = String(only !== null && onlyBy(one)?.name === only.name);
      }
      if (focused && !panel.contains(globalThis.document.activeElement)) part(store.get().tab).focus();
    }
  }

  /** @param {State} state */
  function showTab({ tab: open }) {
    for (const tab of TABS) {
      const button = part(`tab-${tab}`);
      button.ariaSelected = String(tab === open);
      button.tabIndex = tab === open ? 0 : -1;
      part(tab).hidden = tab !== open;
      stops[tab].refresh();
    }
    part("citing").hidden = open !== "quotes";
  }

  /**
   * All rows that belong to a target: its own row, the quotations of a speaker, the speaker of a quotation.
   * @param {Target} target
   */
  function rowsOf(target) {
    const quotes = store.get().document?.quotes ?? [];
    const found = [...rows.of(target)];
    if (target.kind === "chain") {
      for (const { id, speaker_chain } of quotes)
        if (speaker_chain === target.id) found.push(...rows.of({ kind: "quote", id }));
    }
    const speaker = target.kind === "quote" ? (quotes[target.id]?.speaker_chain ?? null) : null;
    if (speaker !== null) found.push(...rows.of({ kind: "chain", id: speaker }));
    return found;
  }

  /**
   * Jumps to a row's next place in the article.
   * @param {HTMLButtonElement} row
   */
  function follow(row) {
    const setRowData = rowData(row);
    if (!setRowData || setRowData.ranges.length === 0) return;
    const at = (next.get(row) ?? 0) % setRowData.ranges.length;
    next.set(row, at + 1);
    store.update(pin(setRowData.target));
    backLink.remember(row);
    jump(setRowData.ranges[at], setRowData.target);
    const position = row.querySelector(".position");
    if (position && setRowData.ranges.length > 1) position.textContent = `${at + 1} of ${setRowData.ranges.length}`;
  }

  return {
    back: backLink.back,

    /** Resolves when the lists are rendered. */
    listsReady: async () => rendering?.over,

    /**
     * Scrolls only the panel, to the row of a target.
     * @param {Target} target
     */
    reveal(target) {
      const row = rows.entry(target);
      const list = row?.closest(".list");
      if (!row || !list || list.scrollHeight <= list.clientHeight) return;
      const group = row.closest("details");
      if (group) group.open = true;
      const offset = row.getBoundingClientRect().top - list.getBoundingClientRect().top;
      if (offset < 0 || offset + row.offsetHeight > list.clientHeight) list.scrollTop += offset - list.clientHeight / 3;
    },
  };
}
