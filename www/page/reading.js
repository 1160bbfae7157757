/**
 * The page while an article is read: article, panel, filters and the line that explains.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../state/store.js").Target} Target
 */

import { navigateHighlights } from "../article/arrow-keys.js";
import { ArticleView } from "../article/article-view.js";
import { copyArticle } from "../article/copy.js";
import { articleEmphasis, jump } from "../article/emphasis.js";
import { mountFind } from "../article/find.js";
import { mountMinimap } from "../article/minimap.js";
import { createViewport } from "../article/viewport.js";
import { CORRECTING_SHORTCUTS } from "../correct/keys.js";
import { explanation, summaryLine } from "../document/explain.js";
import { shownIn } from "../document/shown.js";
import { rangesOf } from "../document/targets.js";
import { part } from "../dom.js";
import { mountPanel } from "../panel/panel.js";
import { afterPaint, isLong } from "../scheduling.js";
import { openTab } from "../state/preferences.js";
import { activeTarget, pin, point, same } from "../state/updates.js";
import { foldFilters, renderFilters, updateFilters } from "./filters.js";
import { mountPrint } from "./print.js";
import { isSingleKeyPress, mountShortcutsDialog, READING_SHORTCUTS } from "./shortcuts-dialog.js";

const HINT =
  "Point at a mark to see what it is and what belongs to it. To correct it, click on it; to add one, select the words.";

/** @param {Store} store */
export function mountReading(store) {
  const article = part("article");
  /** @type {ArticleView|null} */
  let view = null;
  /** @type {import("../document/shown.js").Shown|null} */
  let shown = null;
  /** What is lit in the text. @type {import("../document/types.js").Range[]} */
  let ranges = [];
  /** What the filters count. @type {import("../document/types.js").NewsDocument|null} */
  let countedDocument = null;
  let stopLater = () => {};
  const emphasise = articleEmphasis();

  const panel = mountPanel(store, (range) => {
    if (view) jump(view, range);
    refreshEmphasis();
  });
  const find = mountFind(
    () => view,
    () => viewport.seen(),
  );
  const minimap = mountMinimap((share) => viewport.goTo(share));
  const viewport = createViewport(
    () => view,
    () => {
      minimap.showViewport(viewport.seen());
      find.paint();
      refreshEmphasis();
    },
  );
  const openShortcuts = mountShortcutsDialog(store, [READING_SHORTCUTS, CORRECTING_SHORTCUTS]);
  mountPrint(store.get);
  foldFilters();

  /** @param {EventTarget|null} at */
  const targetAt = (at) => (at instanceof Element && view ? view.targetOf(at) : null);

  // Not pointerover: text that is scrolled under a pointer at rest is not pointed at.
  article.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") store.update(point(targetAt(event.target)));
  });
  article.addEventListener("pointerleave", () => store.update(point(null)));
  article.addEventListener("focusin", (event) => {
    const target = targetAt(event.target);
    store.update(point(target));
    const { text, document } = store.get();
    if (target && document) part("announcement").textContent = explanation(text, document, target);
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
    if (store.get().view !== "reading") return;
    if (event.key === "Escape" && !(event.target instanceof Element && event.target.closest("dialog"))) {
      store.update(pin(null));
      panel.back();
    } else if (store.get().letterKeys && isSingleKeyPress(event) && (event.key === "?" || event.key === "/")) {
      event.preventDefault();
      if (event.key === "?") openShortcuts();
      else find.open();
    }
  });
  document.addEventListener("copy", (event) => {
    if (store.get().view === "reading") copyArticle(article, event);
  });
  // Paper shows the article, not what somebody was looking at.
  addEventListener("beforeprint", () => store.update((state) => point(null)(pin(null)(state))));
  navigateHighlights(article, () => view);

  /** @param {Target|null} target */
  function choose(target) {
    store.update(pin(target));
    if (!target) return;
    store.update(openTab(target.kind === "quote" ? "quotes" : "names"));
    panel.reveal(target);
  }

  /** Lines that have come near the window take part in what is lit. */
  function refreshEmphasis() {
    const state = store.get();
    emphasise(view, state.document, activeTarget(state), ranges);
  }

  /** @param {State} state */
  function renderEmphasis(state) {
    const target = activeTarget(state);
    const { document } = state;
    ranges = target && document && view && shown ? rangesOf(document, view.alike ?? [], shown, target) : [];
    refreshEmphasis();
    minimap.emphasise(ranges);
    part("explanation").textContent = target && document ? explanation(state.text, document, target) : HINT;
    part("explanation").classList.toggle("hint", target === null);
  }

  /** @param {State} state */
  function show({ text, document, hidden }) {
    if (!document) {
      view?.close();
      view = null;
      return;
    }
    shown = shownIn(document, hidden);
    if (view?.text !== text) {
      view?.close();
      view = new ArticleView(article, text);
      find.reset();
    }
    view.show(document, shown);
    viewport.changed();
  }

  /** @param {State} state */
  function renderMinimap({ text, document }) {
    if (document && shown) minimap.show(text, document, shown);
  }

  /** @param {State} state */
  function renderCounts({ document }) {
    if (!document || document === countedDocument) return;
    countedDocument = document;
    renderFilters(part("filters"), store, document);
    part("total").textContent = summaryLine(document);
  }

  store.subscribe((state, before) => {
    const { document, hidden } = state;
    if (document !== before.document || hidden !== before.hidden) {
      show(state);
      stopLater();
      // Where there is much to count, the text is painted first. For another text the filters are there
      // with it, or it would move when they come.
      const renderSurroundings = () => {
        renderMinimap(state);
        renderCounts(state);
      };
      if (document && isLong(document)) {
        if (state.text !== before.text) renderCounts(state);
        stopLater = afterPaint(renderSurroundings);
      } else {
        renderSurroundings();
      }
      renderEmphasis(state);
    } else if (!same(activeTarget(state), activeTarget(before))) {
      renderEmphasis(state);
    }
    article.classList.toggle("labelled", state.labels);
    if (hidden !== before.hidden || state.labels !== before.labels) updateFilters(part("filters"), state);
    if (state.view !== before.view || state.labels !== before.labels) viewport.resized();
  });

  return { view: () => view, listsReady: panel.listsReady };
}
