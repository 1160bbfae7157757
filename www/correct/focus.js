/**
 * The focus, kept over a correction: the article is drawn anew, and what had the focus is gone.
 *
 * @typedef {import("../article/article-view.js").ArticleView} ArticleView
 */

/**
 * @param {HTMLElement} article
 * @param {() => ArticleView|null} currentView
 */
export function trackFocus(article, currentView) {
  /** Where the mark begins that has or had the focus. @type {number|null} */
  let lastStart = null;
  article.addEventListener("focusin", ({ target }) => {
    const segment = target instanceof Element ? currentView()?.segments.get(target) : undefined;
    lastStart = segment ? segment.start : null;
  });

  /**
   * Gives the focus to the mark at an offset or behind it; without one there, to the article.
   * @param {number|null} start
   */
  function at(start) {
    const piece = start === null ? null : currentView()?.pieceAt(start);
    if (piece) piece.tabIndex = -1;
    (piece ?? article).focus({ preventScroll: true });
  }

  return {
    at,
    get lastStart() {
      return lastStart;
    },
    /** Where the focus is in the article, or was before it was drawn anew. */
    restore: () => at(lastStart),
  };
}
