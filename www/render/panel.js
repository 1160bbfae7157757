/**
 * The panel beside the article: two lists behind two tabs.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("../document/types.js").Range} Range
 */

import { counted } from "../document/words.js";
import { lit, openTab, pin, point, same, toggle } from "../state/updates.js";
import { button, part } from "./dom.js";
import { light } from "./light.js";
import { nameLists, quoteLists, targetOfRow } from "./rows.js";

const TABS = /** @type {const} */ (["names", "quotes"]);

/**
 * @param {Store} store
 * @param {(range: Range) => void} jump
 */
export function mountPanel(store, jump) {
  const panel = part("panel");
  /** The row that led into the article. @type {HTMLElement|null} */
  let left = null;
  const actions = {
    /** @param {Range} range */
    jump(range) {
      left = document.activeElement?.closest("#panel .entry") ?? null;
      jump(range);
      part("return").hidden = left === null;
    },
    /** @param {Target|null} target */
    point: (target) => store.update(point(target)),
    /** @param {Target} target */
    pin: (target) => store.update(pin(target)),
  };

  for (const tab of TABS) {
    part(`tab-${tab}`).addEventListener("click", () => store.update(openTab(tab)));
    part(`tab-${tab}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = tab === "names" ? "quotes" : "names";
      store.update(openTab(other));
      part(`tab-${other}`).focus();
    });
  }
  showTab(store.get());
  part("return").addEventListener("click", back);

  store.subscribe((state, before) => {
    const { document, hidden } = state;
    if (document !== before.document || hidden !== before.hidden) {
      renderLists(state, document !== before.document);
      left = null;
      part("return").hidden = true;
    }
    if (state.tab !== before.tab) showTab(state);
    const target = lit(state);
    if (!same(target, lit(before)) || document !== before.document) light(panel, target ? rowsOf(target) : []);
  });

  /**
   * @param {State} state
   * @param {boolean} anew
   */
  function renderLists({ text, document, hidden }, anew) {
    const names = part("names");
    if (anew) names.replaceChildren(...(document ? nameLists(text, document, actions) : []));
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (names.querySelectorAll(".group"))) {
      group.hidden = hidden.has(/** @type {never} */ (group.dataset.family));
    }
    const quotes = document ? quoteLists(text, document, (quote) => !hidden.has(quote.type), actions) : [];
    const indirect = document?.quotes.filter((quote) => quote.type === "indirect").length ?? 0;
    if (indirect && hidden.has("indirect")) {
      const label = `Show ${counted(indirect, "indirect quotation")}`;
      quotes.push(button("more", label, () => store.update(toggle("indirect"))));
    }
    part("quotes").replaceChildren(...quotes);
  }

  /** @param {State} state */
  function showTab({ tab: open }) {
    for (const tab of TABS) {
      const button = part(`tab-${tab}`);
      button.ariaSelected = String(tab === open);
      button.tabIndex = tab === open ? 0 : -1;
      part(tab).hidden = tab !== open;
    }
  }

  /**
   * The rows that belong to a target: its own, a speaker's quotations, a quotation's speaker.
   * @param {Target} target
   */
  function rowsOf(target) {
    const quotes = store.get().document?.quotes ?? [];
    const rows = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll(".entry")]);
    return rows.filter((row) => {
      const own = targetOfRow(row);
      if (!own || same(own, target)) return own !== null;
      if (own.kind === "quote" && target.kind === "chain") return quotes[own.id].speaker_chain === target.id;
      if (own.kind === "chain" && target.kind === "quote") return quotes[target.id].speaker_chain === own.id;
      return false;
    });
  }

  /** From the article back to the row that led there. */
  function back() {
    if (!left) return;
    left.focus({ preventScroll: true });
    left.scrollIntoView({ block: "nearest" });
    left = null;
    part("return").hidden = true;
  }

  return {
    back,

    /**
     * Scrolls the panel, and only the panel, to a target's row.
     * @param {Target} target
     */
    reveal(target) {
      const row = rowsOf(target).find((one) => same(targetOfRow(one), target));
      const list = row?.closest(".list");
      if (!row || !list || list.scrollHeight <= list.clientHeight) return;
      const group = row.closest("details");
      if (group) group.open = true;
      const offset = row.getBoundingClientRect().top - list.getBoundingClientRect().top;
      if (offset < 0 || offset + row.offsetHeight > list.clientHeight) list.scrollTop += offset - list.clientHeight / 3;
    },
  };
}
