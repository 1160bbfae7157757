/**
 * The page while an article is read: article, panel, filters and the line that explains.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../state/store.js").Target} Target
 */

import { CORRECTING_KEYS } from "../correct/keys.js";
import { explained, summed } from "../document/explain.js";
import { shownIn } from "../document/shown.js";
import { rangesOf } from "../document/targets.js";
import { copied } from "../article/copy.js";
import { lit, pin, point, same } from "../state/updates.js";
import { openTab } from "../state/preferences.js";
import { ArticleView } from "../article/article-view.js";
import { part } from "../dom.js";
import { foldFilters, renderFilters, updateFilters } from "./filters.js";
import { mountFind } from "../article/find.js";
import { walkMarks } from "../article/arrow-keys.js";
import { mountKeySheet, READING_KEYS, typedAlone } from "./shortcuts-dialog.js";
import { articleLamp, jump } from "../article/highlight.js";
import { mountPanel } from "../panel/panel.js";
import { mountPaper } from "./print.js";
import { createScreen } from "../article/viewport.js";
import { afterPaint, isLong } from "../scheduling.js";
import { mountStrip } from "../article/minimap.js";

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
  let counted = null;
  let stopLater = () => {};
  const light = articleLamp();

  const panel = mountPanel(store, (range) => {
    if (view) jump(view, range);
    relight();
  });
  const find = mountFind(
    () => view,
    () => screen.seen(),
  );
  const strip = mountStrip((share) => screen.goTo(share));
  const screen = createScreen(
    () => view,
    () => {
      strip.see(screen.seen());
      find.paint();
      relight();
    },
  );
  const openKeys = mountKeySheet(store, [READING_KEYS, CORRECTING_KEYS]);
  mountPaper(store.get);
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
    if (store.get().view !== "reading") return;
    if (event.key === "Escape" && !(event.target instanceof Element && event.target.closest("dialog"))) {
      store.update(pin(null));
      panel.back();
    } else if (store.get().letterKeys && typedAlone(event) && (event.key === "?" || event.key === "/")) {
      event.preventDefault();
      if (event.key === "?") openKeys();
      else find.open();
    }
  });
  document.addEventListener("copy", (event) => {
    if (store.get().view === "reading") copied(article, event);
  });
  // Paper shows the article, not what somebody was looking at.
  addEventListener("beforeprint", () => store.update((state) => point(null)(pin(null)(state))));
  walkMarks(article, () => view);

  /** @param {Target|null} target */
  function choose(target) {
    store.update(pin(target));
    if (!target) return;
    store.update(openTab(target.kind === "quote" ? "quotes" : "names"));
    panel.reveal(target);
  }

  /** Lines that have come near the window take part in what is lit. */
  function relight() {
    const state = store.get();
    light(view, state.document, lit(state), ranges);
  }

  /** @param {State} state */
  function shine(state) {
    const target = lit(state);
    const { document } = state;
    ranges = target && document && view && shown ? rangesOf(document, view.alike ?? [], shown, target) : [];
    relight();
    strip.light(ranges);
    part("explained").textContent = target && document ? explained(state.text, document, target) : HINT;
    part("explained").classList.toggle("hint", target === null);
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
      find.anew();
    }
    view.show(document, shown);
    screen.changed();
  }

  /** @param {State} state */
  function drawStrip({ text, document }) {
    if (document && shown) strip.show(text, document, shown);
  }

  /** @param {State} state */
  function count({ document }) {
    if (!document || document === counted) return;
    counted = document;
    renderFilters(part("filters"), store, document);
    part("total").textContent = summed(document);
  }

  store.subscribe((state, before) => {
    const { document, hidden } = state;
    if (document !== before.document || hidden !== before.hidden) {
      show(state);
      stopLater();
      // Where there is much to count, the text is painted first. For another text the filters are there
      // with it, or it would move when they come.
      const surround = () => {
        drawStrip(state);
        count(state);
      };
      if (document && isLong(document)) {
        if (state.text !== before.text) count(state);
        stopLater = afterPaint(surround);
      } else {
        surround();
      }
      shine(state);
    } else if (!same(lit(state), lit(before))) {
      shine(state);
    }
    article.classList.toggle("labelled", state.labels);
    if (hidden !== before.hidden || state.labels !== before.labels) updateFilters(part("filters"), state);
    if (state.view !== before.view || state.labels !== before.labels) screen.resized();
  });

  return { view: () => view, listed: panel.listed };
}
