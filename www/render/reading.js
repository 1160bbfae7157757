/**
 * The page while an article is read: article, panel, filters and the line that explains.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../state/store.js").Target} Target
 */

import { explained, summed } from "../document/explain.js";
import { copied } from "../import/copy.js";
import { lit, openTab, pin, point, same } from "../state/updates.js";
import { ArticleView } from "./article.js";
import { part } from "./dom.js";
import { renderFilters, updateFilters } from "./filters.js";
import { walkMarks } from "./keys.js";
import { jump, light } from "./light.js";
import { drawMargin } from "./margin.js";
import { mountPanel } from "./panel.js";

const HINT = "Point at a mark to see what it is and what belongs to it.";

/** @param {Store} store */
export function mountReading(store) {
  const article = part("article");
  const filters = part("filters");
  /** @type {ArticleView|null} */
  let view = null;
  let placeMargin = () => {};

  const panel = mountPanel(store, ([start, end]) => view && jump(view, start, end));

  /** @param {string} what */
  const shown = (what) => !store.get().hidden.has(/** @type {never} */ (what));
  /** @param {EventTarget|null} at */
  const targetAt = (at) => (at instanceof Element && view ? view.targetOf(at, shown) : null);

  // Not pointerover: text that is scrolled under a pointer at rest is not pointed at.
  article.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") store.update(point(targetAt(event.target)));
  });
  article.addEventListener("pointerleave", () => store.update(point(null)));
  article.addEventListener("focusin", (event) => {
    const target = targetAt(event.target);
    store.update(point(target));
    const { text, document } = store.get();
    if (target && document) part("outcome").textContent = explained(text, document, target);
  });
  article.addEventListener("focusout", () => store.update(point(null)));
  article.addEventListener("click", (event) => {
    // Whoever selects text does not choose a mark.
    if (getSelection()?.isCollapsed === false) return;
    choose(targetAt(event.target));
  });
  article.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose(targetAt(event.target));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    store.update(pin(null));
    panel.back();
  });
  document.addEventListener("copy", (event) => {
    if (store.get().view === "reading") copied(article, event);
  });
  // Paper shows the article, not what somebody was looking at.
  addEventListener("beforeprint", () => store.update((state) => point(null)(pin(null)(state))));
  walkMarks(article, (piece) => targetAt(piece) !== null);
  new ResizeObserver(() => placeMargin()).observe(article);

  /** @param {Target|null} target */
  function choose(target) {
    store.update(pin(target));
    if (!target) return;
    store.update(openTab(target.kind === "quote" ? "quotes" : "names"));
    panel.reveal(target);
  }

  store.subscribe((state, before) => {
    const { text, document, hidden } = state;
    if (document !== before.document) {
      view = document && new ArticleView(article, text, document);
      placeMargin = view ? drawMargin(view) : () => {};
      if (document) {
        renderFilters(filters, store, document);
        part("total").textContent = summed(document);
      } else {
        article.replaceChildren();
      }
    }
    if (document !== before.document || hidden !== before.hidden || state.labels !== before.labels) {
      article.dataset.hide = [...hidden].join(" ");
      article.classList.toggle("labelled", state.labels);
      updateFilters(filters, state);
    }
    const target = lit(state);
    if (document !== before.document || !same(target, lit(before))) {
      light(article, target && view ? view.piecesOf(target) : []);
      part("explained").textContent = target && document ? explained(text, document, target) : HINT;
      part("explained").classList.toggle("hint", target === null);
    }
    if (state.view !== before.view || document !== before.document || hidden !== before.hidden || state.labels !== before.labels) {
      placeMargin();
    }
  });
}
