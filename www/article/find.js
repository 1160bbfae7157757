/**
 * Find in the text. The browser's own search works too, but this one counts the matches, treats straight and curly
 * quotation marks alike, and searches only the article. Matches are painted with CSS highlights, so that no element has
 * to be split.
 *
 * @typedef {import("../document/types.js").Range} TextRange
 * @typedef {import("./article-view.js").ArticleView} ArticleView
 */

import { firstAtOrAfter, found } from "../document/search.js";
import { lineAt } from "../document/segments.js";
import { formatNumber, plural } from "../document/words.js";
import { part } from "../dom.js";
import { domRange } from "./dom-ranges.js";

/** @param {() => ArticleView|null} currentView @param {() => TextRange} seen the range that is visible on the screen */
export function mountFind(currentView, seen) {
  const bar = part("findbar");
  const box = /** @type {HTMLInputElement} */ (part("find"));
  /** @type {TextRange[]} */
  let matches = [];
  let current = 0;
  /** Whether any match is painted. */
  let hasPainted = false;

  /** Searches from the part of the text that is on the screen. */
  function search() {
    const view = currentView();
    matches = view ? found(view.text, box.value) : [];
    current = firstAtOrAfter(matches, seen()[0]) % Math.max(1, matches.length);
    show();
  }

  /** @param {1|-1} step */
  function go(step) {
    if (matches.length === 0) return;
    current = (current + step + matches.length) % matches.length;
    show();
  }

  function show() {
    const count = part("find-count");
    const many = matches.length > 0;
    if (box.value.trim() === "") count.textContent = "";
    else
      count.textContent = many
        ? `${formatNumber(current + 1)} of ${plural(matches.length, "match", "matches")}`
        : "Not found";
    for (const id of ["find-next", "find-previous"]) /** @type {HTMLButtonElement} */ (part(id)).disabled = !many;
    const view = currentView();
    if (view && many) bring(view, matches[current]);
    paint();
  }

  /** Paints the matches near the window. */
  function paint() {
    const view = currentView();
    if (!("highlights" in CSS)) return;
    if (hasPainted) for (const name of ["found", "found-now"]) CSS.highlights.delete(name);
    hasPainted = false;
    if (!view || bar.hidden || matches.length === 0) return;
    const [first, end] = view.linesNearWindow();
    if (first >= end) return;
    const near = new Highlight();
    hasPainted = true;
    for (
      let i = firstAtOrAfter(matches, view.lines[first].start);
      i < matches.length && matches[i][0] < view.lines[end - 1].next;
      i++
    ) {
      const range = i === current ? null : domRange(view, matches[i]);
      if (range) near.add(range);
    }
    const range = domRange(view, matches[current]);
    CSS.highlights.set("found", near);
    CSS.highlights.set("found-now", range ? new Highlight(range) : new Highlight());
  }

  function open() {
    if (!currentView()) return;
    bar.hidden = false;
    box.focus();
    box.select();
    search();
  }

  /** Closes the bar and selects the current match, so that it can be marked. */
  function close() {
    if (bar.hidden) return false;
    const view = currentView();
    const match = matches[current];
    bar.hidden = true;
    paint();
    const line = view && match ? view.addLinesThrough(lineAt(view.lines, match[0])).element : part("article");
    line.tabIndex = line === part("article") ? 0 : -1;
    line.focus(/** @type {FocusOptions} */ ({ preventScroll: true, focusVisible: false }));
    const range = view && match && domRange(view, match);
    if (range)
      getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    return true;
  }

  box.addEventListener("input", search);
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === box) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  part("find-next").addEventListener("click", () => go(1));
  part("find-previous").addEventListener("click", () => go(-1));
  part("find-close").addEventListener("click", close);
  part("find-open").addEventListener("click", open);

  return {
    open,
    paint,
    /** Resets the search because the text has changed. */
    reset() {
      matches = [];
      bar.hidden = true;
      box.value = "";
      show();
    },
  };
}

/**
 * Scrolls a match to the middle of the window.
 * @param {ArticleView} view
 * @param {TextRange} match
 */
function bring(view, match) {
  const { element } = view.addLinesThrough(lineAt(view.lines, match[0]));
  // Lay the line out first: far from the window its height is only estimated.
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  const { top, bottom } = (domRange(view, match) ?? element).getBoundingClientRect();
  if (top < innerHeight * 0.15 || bottom > innerHeight * 0.85)
    scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: "instant" });
}
