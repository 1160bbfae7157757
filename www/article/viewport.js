/**
 * What is on the screen: lines that come near the window are marked and get their margin, before the
 * reader is there.
 *
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("./article-view.js").ArticleView} ArticleView
 */

import { lineAt } from "../document/segments.js";
import { part } from "../dom.js";
import { placeMargin } from "./margin.js";

/** The room above and below what sticks beside the article, and the least height of it, in pixels. */
const TOP = 16;
const LEAST = 200;

/**
 * @param {() => ArticleView|null} current
 * @param {() => void} turned called when something else is on the screen
 */
export function createViewport(current, turned) {
  const article = part("article");
  const status = part("status");
  let asked = 0;
  let width = 0;
  let sides = "";

  function refresh() {
    asked = 0;
    const view = current();
    if (!view || article.getClientRects().length === 0) return;
    const [first, end] = view.linesNearWindow();
    for (let i = first; i < end; i++) view.renderLine(i);
    placeMargin(view.blocks.slice(first, end));
    fit();
    turned();
  }

  /** What stands beside the article is as high as there is room for it, from where it stands. */
  function fit() {
    const top = Math.max(TOP, part("minimap-column").getBoundingClientRect().top + TOP * 1.5);
    const side = `${Math.max(LEAST, Math.floor(innerHeight - status.offsetHeight - TOP - top))}px`;
    if (side === sides) return;
    sides = side;
    // Not on what is around them: the browser would go through all lines because of it.
    for (const id of ["minimap", "panel"]) part(id).style.setProperty("--side", side);
  }

  function changed() {
    if (asked === 0) asked = requestAnimationFrame(refresh);
  }

  /** Every line may have another height now. */
  function resized() {
    for (const block of current()?.blocks ?? []) block.isPositioned = false;
    changed();
  }

  addEventListener("scroll", changed, { passive: true });
  new ResizeObserver(([{ contentRect }]) => {
    // The height changes whenever a line is laid out; only another width moves the words.
    if (contentRect.width === width) return changed();
    width = contentRect.width;
    resized();
  }).observe(article);

  // What sticks to the bottom must not hide what has the focus.
  new ResizeObserver(() => document.documentElement.style.setProperty("--status", `${status.offsetHeight}px`)).observe(
    status,
  );
  addEventListener("resize", changed);

  return {
    changed,
    resized,

    /** The part of the text that can be seen. @returns {Range} */
    seen() {
      const view = current();
      if (!view || view.blocks.length === 0) return [0, 0];
      const [first, end] = view.linesNearWindow();
      if (first >= end) return [0, 0];
      const place = (/** @type {number} */ height) => {
        for (let i = first; i < end; i++) {
          const { top, bottom } = view.blocks[i].element.getBoundingClientRect();
          if (bottom <= height) continue;
          const { start, next } = view.lines[i];
          return Math.round(start + Math.max(0, (height - top) / (bottom - top)) * (next - start));
        }
        return view.lines[end - 1].next;
      };
      return [place(0), place(innerHeight - status.offsetHeight)];
    },

    /** To a place in the text. @param {number} share of the whole */
    goTo(share) {
      const view = current();
      if (!view || view.lines.length === 0) return;
      const offset = Math.min(view.text.length - 1, Math.floor(share * view.text.length));
      const index = lineAt(view.lines, offset);
      const { element } = view.addLinesThrough(index);
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { start, next } = view.lines[index];
      const { top, height } = element.getBoundingClientRect();
      const middle = top + (Math.max(0, offset - start) / (next - start)) * height;
      scrollBy({ top: middle - innerHeight / 2, behavior: "instant" });
    },
  };
}
