/**
 * Emphasises what the user points at and everything that belongs to it, in the article and in the panel. Everything
 * else is dimmed.
 *
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("./article-view.js").ArticleView} ArticleView
 */

import { firstAtOrAfter } from "../document/search.js";
import { lineAt } from "../document/segments.js";
import { belongs } from "../document/targets.js";
import { same } from "../state/updates.js";
import { focusPiece } from "./focus-piece.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** How long a piece flashes after a jump, in milliseconds; the same as in style/highlights.css. */
const FLASH = 1600;

/**
 * Returns a function that puts a class on elements and removes it from those that had it before.
 * @param {string} className
 */
export function classToggler(className) {
  /** @type {Set<Element>} */
  let emphasised = new Set();
  /** @param {Iterable<Element>} elements */
  return (elements) => {
    const next = new Set(elements);
    for (const element of emphasised) if (!next.has(element)) element.classList.remove(className);
    for (const element of next) element.classList.add(className);
    emphasised = next;
  };
}

/**
 * Emphasises part of the article, only near the window: the rest of a long text follows as it is scrolled into view.
 * @returns {(view: ArticleView|null, document: NewsDocument|null, target: Target|null, ranges: Range[]) => void}
 */
export function articleEmphasis() {
  const emphasise = classToggler("emphasised");
  const dim = classToggler("dimmed");
  return (view, document, target, ranges) => {
    if (!view || !document || !target) {
      emphasise([]);
      dim([]);
      return;
    }
    const [from, to] = view.linesNearWindow();
    emphasise(emphasisedIn(view, document, target, ranges, from, to));
    dim(view.blocks.slice(from, to).map(({ element }) => element));
  };
}

/**
 * The pieces under the ranges, and the margin notes beside them, in some of the lines.
 * @param {ArticleView} view
 * @param {NewsDocument} document
 * @param {Target} target
 * @param {Range[]} ranges in order, without overlaps
 * @param {number} from
 * @param {number} to
 */
function emphasisedIn(view, document, target, ranges, from, to) {
  /** @type {Element[]} */
  const found = [];
  for (let i = from; i < to; i++) {
    const { start, next } = view.lines[i];
    const { pieces, marginNotes, isCurrent } = view.blocks[i];
    // It still shows the document before the last correction.
    if (!isCurrent) continue;
    for (let r = Math.max(0, firstAtOrAfter(ranges, start) - 1); r < ranges.length && ranges[r][0] < next; r++) {
      for (const { segment, node } of pieces) {
        if (segment.start < ranges[r][1] && segment.end > ranges[r][0] && node instanceof Element) found.push(node);
      }
    }
    for (const { quote, bar, note } of marginNotes) {
      if (belongs(document.quotes[quote], target)) found.push(bar, ...(note ? [note] : []));
    }
  }
  return found;
}

/**
 * Scrolls a highlight to the middle of the window, focuses it and makes it flash.
 * @param {ArticleView} view
 * @param {Range} range
 * @param {Target|null} [target] whose highlight it is; others may be in the same range
 */
export function jump(view, [start, end], target = null) {
  const first = view.pieceAt(start);
  if (!first) return;
  const { pieces } = view.blocks[lineAt(view.lines, start)];
  const here = pieces.filter(({ segment }) => segment.end > start && segment.start < end);
  const own = here.find(({ node }) => node instanceof HTMLElement && target && same(view.targetOf(node), target));
  const goal = /** @type {HTMLElement} */ (own?.node ?? first);
  bring(goal);
  focusPiece(goal);
  const flashed = here.map(({ node }) => node);
  for (const piece of flashed) if (piece instanceof Element) piece.classList.add("flash");
  setTimeout(() => {
    for (const piece of flashed) if (piece instanceof Element) piece.classList.remove("flash");
  }, FLASH);
}

/**
 * Scrolls an element to the middle of the window. Smooth scrolling is for short distances: over a long one the browser
 * would have to lay out everything on the way.
 * @param {Element} element
 */
export function bring(element) {
  const { top } = element.getBoundingClientRect();
  const near = Math.abs(top - innerHeight / 2) < 2 * innerHeight;
  element.scrollIntoView({ block: "center", behavior: near && !calm.matches ? "smooth" : "auto" });
}
