/**
 * Tracks the viewport: lines that approach the window are highlighted and get their margin notes before they are
 * visible.
 *
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("./article-view.js").ArticleView} ArticleView
 */

import { lineAt } from "../document/segments.js";
import { part } from "../dom.js";
import { placeMargin } from "./margin.js";

/** The space above and below what sticks beside the article, and its minimum height, in pixels. */
const TOP = 16;
const LEAST = 200;

/**
 * @param {() => ArticleView|null} current
 * @param {() => void} turned called when another part of the article is on the screen
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

  /** Makes what stands beside the article as tall as the space below its top allows. */
  function fit() {
    const top = Math.max(TOP, part("minimap-column").getBoundingClientRect().top + TOP * 1.5);
    const side = `${Math.max(LEAST, Math.floor(innerHeight - status.offsetHeight - TOP - top))}px`;
    if (side === sides) return;
    sides = side;
    // Set on the elements themselves: on a common ancestor, the browser would restyle all lines.
    for (const id of ["minimap", "panel"]) part(id).style.setProperty("--side", side);
  }

  function changed() {
    if (asked === 0) asked = requestAnimationFrame(refresh);
  }

  /** Every line may now have another height. */
  function resized() {
    for (const block of current()?.blocks ?? []) block.isPositioned = false;
    changed();
  }

  addEventListener("scroll", changed, { passive: true });
  new ResizeObserver(([{ contentRect }]) => {
    // The height changes whenever a line is laid out; only a change in width moves the words.
    if (contentRect.width === width) return changed();
    width = contentRect.width;
    resized();
  }).observe(article);

  // What sticks to the bottom must not cover the focused element.
  new ResizeObserver(() => document.documentElement.style.setProperty("--status", `${status.offsetHeight}px`)).observe(
    status,
  );
  addEventListener("resize", changed);

  return {
    changed,
    resized,

    /** The visible range of the text. @returns {Range} */
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

    /** Scrolls to a position in the text. @param {number} share of the whole text */
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
