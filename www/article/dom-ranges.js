/**
 * Converts between offsets in the text and positions in the DOM. The article's text content is the text itself, so the
 * offset of a position is the offset of its line plus the length of the text before it in that line.
 *
 * @typedef {import("./article-view.js").ArticleView} ArticleView
 * @typedef {import("../document/types.js").Range} Span
 */

import { lineAt } from "../document/segments.js";

/**
 * @param {HTMLElement} article
 * @param {ArticleView} view
 * @param {Node} node
 * @param {number} offset
 */
function offsetOf(article, view, node, offset) {
  const line = (node instanceof Element ? node : node.parentElement)?.closest(".line");
  if (!line) {
    // Between two lines, or two groups of lines.
    const child = node.childNodes[offset] ?? (node === article ? null : node.nextSibling);
    const next = child instanceof Element && !child.matches(".line") ? child.firstElementChild : child;
    return next instanceof Element ? (view.lineStarts.get(next) ?? view.text.length) : view.text.length;
  }
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return (view.lineStarts.get(line) ?? 0) + before.toString().length;
}

/**
 * The selected range of the text with its direction, or null if nothing is selected. A selection that goes beyond the
 * article is left alone: the user wants to copy the page.
 * @param {HTMLElement} article
 * @param {ArticleView} view
 * @returns {{range: Span, backward: boolean}|null}
 */
export function selectedRange(article, view) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return null;
  if (!article.contains(selection.anchorNode) || !article.contains(selection.focusNode)) return null;
  const anchor = offsetOf(article, view, selection.anchorNode, selection.anchorOffset);
  const focus = offsetOf(article, view, selection.focusNode, selection.focusOffset);
  return anchor === focus
    ? null
    : { range: [Math.min(anchor, focus), Math.max(anchor, focus)], backward: focus < anchor };
}

/**
 * @param {ArticleView} view
 * @param {Span} span
 * @returns {Range|null}
 */
export function domRange(view, [start, end]) {
  const from = domPosition(view, start, false);
  const to = domPosition(view, end, true);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

/**
 * @param {ArticleView} view
 * @param {number} offset
 * @param {boolean} ending whether the offset is an end: the position is then after a word rather than before one
 * @returns {[Text, number]|null}
 */
function domPosition(view, offset, ending) {
  const index = lineAt(view.lines, ending ? offset - 1 : offset);
  if (!view.lines[index]) return null;
  // Highlight the line now rather than in its turn: doing it later would replace the nodes of the range.
  view.renderLine(index);
  const line = view.blocks[index].element;
  let left = offset - view.lines[index].from;
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = /** @type {Text} */ (texts.currentNode);
    if (left < text.length || (ending && left === text.length)) return [text, left];
    left -= text.length;
  }
  return null;
}

/**
 * The start of the first line that is visible on the page.
 * @param {ArticleView} view
 */
export function firstVisible(view) {
  const [first, end] = view.linesNearWindow();
  const seen = view.blocks.slice(first, end).findIndex(({ element }) => element.getBoundingClientRect().bottom > 0);
  return view.lines[first + Math.max(0, seen)]?.start ?? 0;
}
