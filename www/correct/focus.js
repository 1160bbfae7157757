/**
 * Keeps track of the focus: a correction renders part of the article again and may remove the focused element.
 *
 * @typedef {import("../article/article-view.js").ArticleView} ArticleView
 */

import { focusPiece } from "../article/focus-piece.js";

/**
 * @param {HTMLElement} article
 * @param {() => ArticleView|null} currentView
 */
export function trackFocus(article, currentView) {
  /** Where the highlight that has or had the focus starts. @type {number|null} */
  let lastStart = null;
  article.addEventListener("focusin", ({ target }) => {
    const segment = target instanceof Element ? currentView()?.segments.get(target) : undefined;
    lastStart = segment ? segment.start : null;
  });

  /**
   * Focuses the highlight at an offset or after it; failing that, the article.
   * @param {number|null} start
   */
  function at(start) {
    const piece = start === null ? null : currentView()?.pieceAt(start);
    if (piece) focusPiece(piece);
    else article.focus({ preventScroll: true });
  }

  return {
    at,
    get lastStart() {
      return lastStart;
    },
    /** Restores the focus to where it is or was in the article. */
    restore: () => at(lastStart),
  };
}
