/**
 * The reading view: article, panel, filters and the status line.
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
import { cited, STYLES } from "../document/citation.js";
import { explanation, summaryLine } from "../document/explain.js";
import { shownIn } from "../document/shown.js";
import { rangesOf } from "../document/targets.js";
import { plural } from "../document/words.js";
import { part } from "../dom.js";
import { mountPanel } from "../panel/panel.js";
import { onPointing } from "../pointing.js";
import { afterPaint, isLong } from "../scheduling.js";
import { commandFor } from "../shortcuts.js";
import { openTab } from "../state/preferences.js";
import { activeTarget, pin, point, same } from "../state/updates.js";
import { answerCopy, answersCopy, copy, fill } from "./clipboard.js";
import { foldFilters, renderFilters, updateFilters } from "./filters.js";
import { mountPrint } from "./print.js";
import { isTyping, mountShortcutsDialog } from "./shortcuts-dialog.js";

const HINT = "Point at a highlight to see what it is. Click it to correct it. Select words to add one.";

/** What a plain text has. */
const NO_ANNOTATIONS = { entities: [], chains: [], quotes: [], quoted_terms: [] };

/** @param {Store} store */
export function mountReading(store) {
  const article = part("article");
  /** @type {ArticleView|null} */
  let view = null;
  /** @type {import("../document/shown.js").Shown|null} */
  let shown = null;
  /** The ranges emphasised in the text. @type {import("../document/types.js").Range[]} */
  let ranges = [];
  /** The document whose totals the filters show. @type {import("../document/types.js").NewsDocument|null} */
  let countedDocument = null;
  let stopLater = () => {};
  const emphasise = articleEmphasis();

  /** @type {(range: import("../document/types.js").Range, target: import("../state/store.js").Target|null) => void} */
  const goTo = (range, target) => {
    if (view) jump(view, range, target);
    refreshEmphasis();
  };
  const panel = mountPanel(store, goTo, copyQuotes);
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
  const openShortcuts = mountShortcutsDialog(store);
  mountPrint(store.get);
  foldFilters();

  /** @param {EventTarget|null} at */
  const targetAt = (at) => (at instanceof Element && view ? view.targetOf(at) : null);

  onPointing(article, ({ target }) => store.update(point(targetAt(target))));
  article.addEventListener("pointerleave", () => store.update(point(null)));
  article.addEventListener("focusin", (event) => {
    const target = targetAt(event.target);
    store.update(point(target));
    const { text, document } = store.get();
    if (target && document) part("announcement").textContent = explanation(text, document, target);
  });
  article.addEventListener("focusout", () => store.update(point(null)));
  article.addEventListener("click", (event) => {
    // Selecting text does not choose a highlight.
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
      return;
    }
    const pressed = isTyping(event) ? null : commandFor(event);
    if (!pressed || (pressed.isSingleKey && !store.get().letterKeys)) return;
    if (pressed.command === "find") find.open();
    else if (pressed.command === "shortcuts") openShortcuts();
    else return;
    event.preventDefault();
  });
  // Without a selection, WebKit copies only if this event is prevented.
  document.addEventListener("beforecopy", (event) => {
    if (answersCopy() || chosenQuote(event)) event.preventDefault();
  });
  document.addEventListener("copy", (event) => {
    if (answerCopy(event) || store.get().view !== "reading" || isTyping(event)) return;
    const quote = chosenQuote(event);
    if (!quote) return copyArticle(article, event);
    const { document, text } = store.get();
    if (!document) return;
    fill(event, cited(text, document, [quote], pattern()));
    part("announcement").textContent = "Copied the quotation.";
  });
  // Print the article as such, without the current emphasis.
  addEventListener("beforeprint", () => store.update((state) => point(null)(pin(null)(state))));
  navigateHighlights(article, () => view);

  /** The quotation that a key would copy: the chosen one, unless text is selected or being typed. @param {Event} event */
  function chosenQuote(event) {
    const { view, document } = store.get();
    const target = activeTarget(store.get());
    if (view !== "reading" || isTyping(event) || !document || target?.kind !== "quote") return null;
    return getSelection()?.isCollapsed === false ? null : document.quotes[target.id];
  }

  /** The pattern of the chosen style of reference. */
  function pattern() {
    const { citing, ownPattern } = store.get();
    return (citing === "own" && ownPattern) || (STYLES.find(({ id }) => id === citing) ?? STYLES[0]).pattern;
  }

  /** Copies quotations with their speaker and source. @param {import("../document/types.js").Quote[]} quotes */
  async function copyQuotes(quotes) {
    const { document, text } = store.get();
    if (!document) return;
    const done = await copy(cited(text, document, quotes, pattern()));
    part("announcement").textContent = done
      ? `Copied ${plural(quotes.length, "quotation")}.`
      : "The browser did not allow copying.";
  }

  /** @param {Target|null} target */
  function choose(target) {
    store.update(pin(target));
    if (!target) return;
    store.update(openTab(target.kind === "quote" ? "quotes" : "names"));
    panel.reveal(target);
  }

  /** Includes the lines that have just come near the window. */
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
  function show({ text, document, hidden, plain }) {
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
    view.show(plain ? { ...document, ...NO_ANNOTATIONS } : document, shown);
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
    if (document !== before.document || hidden !== before.hidden || state.plain !== before.plain) {
      show(state);
      stopLater();
      // For a long document the text is painted first. For a new text the filters are rendered at once, since they
      // would push the text down if they came later.
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
    if (hidden !== before.hidden || state.labels !== before.labels || state.plain !== before.plain)
      updateFilters(part("filters"), state);
    if (state.view !== before.view || state.labels !== before.labels) viewport.resized();
  });

  return {
    goTo,
    view: () => view,
    listsReady: panel.listsReady,
    copyQuotes,
  };
}
