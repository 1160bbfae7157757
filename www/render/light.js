/**
 * What is pointed at, lights up with all that belongs to it, in the article and in the panel;
 * everything else steps back.
 *
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("./article.js").ArticleView} ArticleView
 * @typedef {import("./article.js").Block} Block
 */

import { lineAt } from "../document/segments.js";
import { belongs } from "../document/targets.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** How long a mark is flashed that was jumped to, as in style/marks.css. */
const FLASH = 1600;

/**
 * Lights elements up under a root, and puts out those that were lit before.
 * @param {HTMLElement} root
 */
export function lamp(root) {
  /** @type {Set<Element>} */
  let lit = new Set();
  /** @param {Iterable<Element>} elements */
  return (elements) => {
    const next = new Set(elements);
    for (const element of lit) if (!next.has(element)) element.classList.remove("lit");
    for (const element of next) element.classList.add("lit");
    lit = next;
    root.classList.toggle("focusing", lit.size > 0);
  };
}

/**
 * The pieces under some ranges and the margin beside them, as far as their lines are marked.
 * @param {ArticleView} view
 * @param {NewsDocument} document
 * @param {Target} target
 * @param {Range[]} ranges in order, without overlap
 */
export function litBy(view, document, target, ranges) {
  /** @type {Set<Element>} */
  const found = new Set();
  for (const [start, end] of ranges) {
    for (let i = lineAt(view.lines, start); i < view.blocks.length && view.lines[i].start < end; i++) {
      const { pieces, beside } = view.blocks[i];
      for (const { segment, node } of pieces) {
        if (segment.start >= end) break;
        if (segment.end > start && node instanceof Element) found.add(node);
      }
      for (const { quote, bar, note } of beside) {
        if (!belongs(document.quotes[quote], target)) continue;
        found.add(bar);
        if (note) found.add(note);
      }
    }
  }
  return found;
}

/**
 * Brings a mark into the middle of the window, gives it the focus and flashes all of it.
 * @param {ArticleView} view
 * @param {Range} range
 */
export function jump(view, [start, end]) {
  const first = view.pieceAt(start);
  if (!first) return;
  bring(first);
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  const { pieces } = view.blocks[lineAt(view.lines, start)];
  const flashed = pieces.filter(({ segment }) => segment.end > start && segment.start < end).map(({ node }) => node);
  for (const piece of flashed) if (piece instanceof Element) piece.classList.add("flash");
  setTimeout(() => {
    for (const piece of flashed) if (piece instanceof Element) piece.classList.remove("flash");
  }, FLASH);
}

/**
 * Scrolls to the middle of the window. What is far is gone to at once: on the way there the browser
 * would have to lay out all that it passes.
 * @param {Element} element
 */
export function bring(element) {
  const { top } = element.getBoundingClientRect();
  const near = Math.abs(top - innerHeight / 2) < 2 * innerHeight;
  element.scrollIntoView({ block: "center", behavior: near && !calm.matches ? "smooth" : "auto" });
}
