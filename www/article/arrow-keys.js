/**
 * Keyboard navigation in the article. The article is one stop for the Tab key; the left and right arrow keys go from
 * highlight to highlight, starting at one that is visible.
 *
 * @typedef {import("./article-view.js").ArticleView} ArticleView
 */

import { focusPiece } from "./focus-piece.js";

/**
 * @param {HTMLElement} root
 * @param {() => ArticleView|null} current
 */
export function navigateHighlights(root, current) {
  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const view = current();
    if (step === 0 || !view) return;
    event.preventDefault();
    const stop = nextStop(view, document.activeElement, step);
    if (!stop) return;
    focusPiece(stop);
    stop.scrollIntoView({ block: "nearest" });
  });
}

/**
 * @param {ArticleView} view
 * @param {Element|null} from
 * @param {1|-1} step
 * @returns {HTMLElement|null}
 */
function nextStop(view, from, step) {
  const line = from?.closest(".line");
  const here = line ? view.indexes.get(line) : undefined;
  const [first, end] = view.linesNearWindow();
  const start = here ?? (step > 0 ? firstVisible(view, first) : end - 1);
  for (let i = start; i >= 0 && i < view.lines.length; i += step) {
    const stops = stopsIn(view, i);
    if (step < 0) stops.reverse();
    const at = i === here ? stops.indexOf(/** @type {HTMLElement} */ (from)) : -1;
    // Inside a highlight, the next stop is the first one after the current element.
    const next = i === here && at < 0 ? stops.find((stop) => after(from, stop, step)) : stops[at + 1];
    if (next) return next;
  }
  return null;
}

/** @param {Element|null} from @param {Element} to @param {1|-1} step */
const after = (from, to, step) =>
  from !== null &&
  Boolean(
    from.compareDocumentPosition(to) & (step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING),
  );

/** The elements in a line at which a highlight starts. @param {ArticleView} view @param {number} index */
function stopsIn(view, index) {
  view.renderLine(index);
  return /** @type {HTMLElement[]} */ (
    view.blocks[index].pieces.flatMap(({ node, look }) =>
      /\b(name-start|quote-start)\b/.test(look.className) ? [node] : [],
    )
  );
}

/** The first line near the window that is actually visible. @param {ArticleView} view @param {number} first */
function firstVisible(view, first) {
  while (first < view.blocks.length - 1 && view.blocks[first].element.getBoundingClientRect().bottom <= 0) first++;
  return first;
}
