/**
 * Selecting words with the keyboard: Shift and an arrow key select the first word beside the focused highlight; more
 * presses extend the selection, and without Shift they move it.
 *
 * @typedef {import("../article/article-view.js").ArticleView} ArticleView
 * @typedef {import("../document/types.js").Range} Span
 */

import { domRange, firstVisible, selectedRange } from "../article/dom-ranges.js";
import { wordAfter, wordBefore } from "./extent.js";

/**
 * @param {HTMLElement} article
 * @param {() => ArticleView|null} currentView
 */
export function selectByKeyboard(article, currentView) {
  /** The words at which the selection starts and ends. @type {{anchor: Span, head: Span}|null} */
  let words = null;

  // In the capture phase, before the arrow keys move between highlights (article/arrow-keys.js).
  article.addEventListener(
    "keydown",
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      const view = currentView();
      if (!step || !view) return;
      const selected = selectedRange(article, view);
      if (!selected && !event.shiftKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!selected) words = null;
      else if (!words || !isCurrent(selected.range)) words = endsOf(view.text, selected);
      move(view, step, event.shiftKey);
    },
    true,
  );

  /** @param {Span} range */
  const isCurrent = ([start, end]) => {
    const [from, to] = words ? rangeOf(words) : [-1, -1];
    return from === start && to === end;
  };

  /** @type {(view: ArticleView, step: number, extend: boolean) => void} */
  function move(view, step, extend) {
    const from = words?.head ?? startingPoint(view);
    const next = step > 0 ? wordAfter(view.text, from[1]) : wordBefore(view.text, from[0]);
    if (!next) return;
    words = { anchor: extend && words ? words.anchor : next, head: next };
    const range = domRange(view, rangeOf(words));
    if (!range) return;
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    bringIntoView(view, next);
  }

  /** @type {(view: ArticleView) => Span} */
  function startingPoint(view) {
    const segment = document.activeElement && view.segments.get(document.activeElement);
    if (segment) return [segment.start, segment.end];
    const start = firstVisible(view);
    return [start, start];
  }

  /** @type {(view: ArticleView, word: Span) => void} */
  function bringIntoView(view, word) {
    const rect = domRange(view, word)?.getBoundingClientRect();
    const margin = 48;
    if (!rect) return;
    if (rect.top < margin) scrollBy(0, rect.top - innerHeight / 3);
    else if (rect.bottom > innerHeight - margin) scrollBy(0, rect.bottom - (2 * innerHeight) / 3);
  }
}

/** @type {(words: {anchor: Span, head: Span}) => Span} */
const rangeOf = ({ anchor, head }) => [Math.min(anchor[0], head[0]), Math.max(anchor[1], head[1])];

/** @type {(text: string, selected: {range: Span, backward: boolean}) => {anchor: Span, head: Span}} */
function endsOf(text, { range: [start, end], backward }) {
  const first = wordAfter(text, start) ?? [start, end];
  const last = wordBefore(text, end) ?? [start, end];
  return backward ? { anchor: last, head: first } : { anchor: first, head: last };
}
