/**
 * The article with its highlights: one block per line, filled with flat pieces of text, each with the classes of
 * everything that covers it. The element's text content is the article, character for character.
 *
 * Lines are first inserted as plain text and then highlighted: those on the screen at once, the others in time slices
 * (scheduling.js). The lines of a long text are grouped, and the browser lays out only the groups near the window
 * (line-groups.js), so that a book scrolls as smoothly as a page. When a correction or a filter changes the document,
 * the lines stay, and only pieces that look different are drawn again.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/segments.js").Line} Line
 * @typedef {import("../document/segments.js").Segment} Segment
 * @typedef {import("../document/shown.js").Shown} Shown
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("./pieces.js").Appearance} Appearance
 * @typedef {import("./margin.js").MarginNote} MarginNote
 *
 * @typedef {import("./pieces.js").Piece} Piece
 *
 * @typedef {Object} Block a line on the page
 * @property {HTMLElement} element
 * @property {Piece[]} pieces empty until the line is highlighted for the first time
 * @property {MarginNote[]} marginNotes bars and names in the margin
 * @property {import("./margin.js").Remark[]} remarks a person’s notes in the margin
 * @property {boolean} isCurrent whether it shows the current document
 * @property {boolean} isPositioned whether the margin notes are in position
 */

import { isBoilerplate } from "../document/boilerplate.js";
import { layersOverLines, lineAt, lines, segments } from "../document/segments.js";
import { firstAlike, targetOf } from "../document/targets.js";
import { element } from "../dom.js";
import { runInSlices } from "../scheduling.js";
import { focusPiece } from "./focus-piece.js";
import { firstBelow, LineGroups } from "./line-groups.js";
import { renderMargin } from "./margin.js";
import { continuesParagraph, tabStops, titleLine } from "./paragraphs.js";
import { appearanceOf, drawn, grouped, sameAppearance } from "./pieces.js";

/** How much of a short text is rendered at once, in pieces. Most articles have fewer. */
const AT_ONCE = 400;

/** A text with more lines than LONG is long. WINDOW pieces, enough to fill a window, are then rendered at once. */
const LONG = 80;
const WINDOW = 120;

/** The view of one text. Its document can change. */
export class ArticleView {
  /**
   * @param {HTMLElement} root
   * @param {string} text
   */
  constructor(root, text) {
    this.root = root;
    this.text = text;
    this.lines = lines(text);
    this.head = titleLine(text, this.lines);
    this.isTight = continuesParagraph(text, this.lines);
    /** @type {Block[]} */
    this.blocks = [];
    /** @type {WeakMap<Element, Segment>} */
    this.segments = new WeakMap();
    /** The line index of each line element. @type {WeakMap<Element, number>} */
    this.indexes = new WeakMap();
    /** The offset at which each line element starts in the text. @type {WeakMap<Element, number>} */
    this.lineStarts = new WeakMap();
    /** @type {{finish: () => void, stop: () => void}|null} */
    this.work = null;
    root.replaceChildren();
    const long = this.lines.length > LONG;
    root.classList.toggle("long", long);
    this.lineGroups = long ? new LineGroups(root) : null;
    this.firstBatch = long ? WINDOW : AT_ONCE;
  }

  /**
   * Highlights the text according to a document.
   * @param {NewsDocument} document
   * @param {Shown} shown
   */
  show(document, shown) {
    this.work?.stop();
    this.document = document;
    this.shown = shown;
    this.alike = firstAlike(document);
    this.over = layersOverLines(this.lines, document, shown);
    for (const block of this.blocks) block.isCurrent = false;
    this.root.ariaBusy = "true";
    // If a long text is already on the page, only the part in view is updated at once. The rest can wait.
    const there = this.lineGroups !== null && this.blocks.length === this.lines.length;
    const [from, to] = this.linesNearWindow();
    if (there) this.over.prepare(from, to);
    else if (this.lineGroups) this.over.prepare(0, LONG);
    for (let i = from; i < to; i++) this.renderLine(i);
    this.work = runInSlices(this.steps(), there ? 0 : this.firstBatch);
  }

  /** Removes the view from the page. */
  close() {
    this.work?.stop();
    this.root.replaceChildren();
  }

  /** @returns {Generator<number, void>} */
  *steps() {
    // One screenful is highlighted before the rest of the text is inserted.
    for (let done = 0; done < this.firstBatch && this.blocks.length < this.lines.length; ) {
      const pieces = this.renderLine(this.blocks.length);
      done += pieces;
      yield pieces;
    }
    while (this.blocks.length < this.lines.length) {
      this.addLinesThrough(this.blocks.length);
      yield 1;
    }
    for (let i = 0; i < this.blocks.length; i++) yield this.renderLine(i);
    this.root.ariaBusy = "false";
  }

  /**
   * Inserts lines as plain text up to and including the given one.
   * @param {number} index
   */
  addLinesThrough(index) {
    for (let i = this.blocks.length; i <= index; i++) {
      const line = this.lines[i];
      const made = element(line === this.head ? "h2" : "p", "line");
      made.dir = "auto";
      if (this.isTight(line)) made.classList.add("tight");
      const columns = tabStops(this.text, this.lines, i);
      if (columns > 0) {
        made.classList.add("row");
        made.style.tabSize = `${columns}ch`;
      }
      if (line.from < line.start) made.append(this.gap(line.from, line.start));
      made.append(this.text.slice(line.start, line.end));
      if (line.end < line.next) made.append(this.gap(line.end, line.next));
      if (this.lineGroups) this.lineGroups.add(made, line.next - line.from);
      else this.root.append(made);
      this.indexes.set(made, i);
      this.lineStarts.set(made, line.from);
      this.blocks.push({
        element: made,
        pieces: [],
        marginNotes: [],
        remarks: [],
        isCurrent: false,
        isPositioned: false,
      });
    }
    return this.blocks[index];
  }

  /**
   * Line breaks and spaces between two lines: invisible, but part of the text.
   * @param {number} start
   * @param {number} end
   */
  gap(start, end) {
    return element("span", "gap", this.text.slice(start, end));
  }

  /**
   * Highlights a line unless it already shows the current document.
   * @param {number} index
   * @returns {number} the number of pieces in it
   */
  renderLine(index) {
    const block = this.addLinesThrough(index);
    const { document, shown } = this;
    if (block.isCurrent || !document || !shown) return 1;
    block.isCurrent = true;
    const line = this.lines[index];
    const next = segments(line, this.over?.of(line) ?? []).map((segment) => ({
      segment,
      look: appearanceOf(this.text, document, shown, segment),
    }));
    const same =
      next.length === block.pieces.length &&
      next.every(({ segment, look }, i) => {
        const old = block.pieces[i];
        return segment.start === old.segment.start && segment.end === old.segment.end && sameAppearance(look, old.look);
      });
    // The ids may have changed nevertheless.
    if (same) for (const [i, { segment }] of next.entries()) this.setSegment(block.pieces[i], segment);
    else this.redraw(block, index, next);
    block.element.classList.toggle("boilerplate", isBoilerplate(document, line));
    renderMargin(this.text, document, block);
    return Math.max(1, next.length);
  }

  /**
   * @param {Block} block
   * @param {number} index
   * @param {Omit<Piece, "node">[]} next
   */
  redraw(block, index, next) {
    const { from, start, end, next: after } = this.lines[index];
    const focus = globalThis.document.activeElement;
    const focused = focus && block.element.contains(focus) ? this.segments.get(focus) : undefined;
    block.pieces = next.map(({ segment, look }) => {
      const words = this.text.slice(segment.start, segment.end);
      return { segment, look, node: look.className ? drawn(words, look) : new Text(words) };
    });
    block.element.replaceChildren(
      ...(from < start ? [this.gap(from, start)] : []),
      ...grouped(block.pieces),
      ...(end < after ? [this.gap(end, after)] : []),
    );
    block.marginNotes = [];
    block.remarks = [];
    for (const piece of block.pieces) this.setSegment(piece, piece.segment);
    // The focus is never lost: it moves to whatever replaces the focused element.
    if (focused) {
      const heir = this.pieceAt(focused.start) ?? this.root;
      if (heir === this.root) heir.focus({ preventScroll: true });
      else focusPiece(heir);
    }
  }

  /**
   * @param {Piece} piece
   * @param {Segment} segment
   */
  setSegment(piece, segment) {
    piece.segment = segment;
    if (piece.node instanceof Element) this.segments.set(piece.node, segment);
  }

  /**
   * The lines near the window, as the first index and the index after the last, found without laying out any other
   * line.
   * @returns {[number, number]}
   */
  linesNearWindow() {
    /** The first line whose bottom edge is below a height. @param {number} height */
    const below = (height) => {
      const [from, to] = this.lineGroups?.around(height) ?? [0, this.blocks.length];
      return firstBelow(height, (i) => this.blocks[i].element, from, to);
    };
    const room = innerHeight / 2;
    return [below(-room), Math.min(below(innerHeight + room) + 1, this.blocks.length)];
  }

  /**
   * The first highlighted piece that covers an offset or follows it in the same line.
   * @param {number} offset
   * @returns {HTMLElement|null}
   */
  pieceAt(offset) {
    if (this.lines.length === 0) return null;
    const index = lineAt(this.lines, offset);
    this.renderLine(index);
    const found = this.blocks[index].pieces.find(
      ({ segment, node }) => segment.end > offset && node instanceof HTMLElement,
    );
    return found ? /** @type {HTMLElement} */ (found.node) : null;
  }

  /**
   * What an element of the article stands for when the user points at it.
   * @param {Element} at
   * @returns {Target|null}
   */
  targetOf(at) {
    const { document, alike } = this;
    if (!document || !alike) return null;
    const segment = this.segments.get(at);
    if (segment) return targetOf(document, alike, segment);
    const line = at.closest(".line");
    const marginNote =
      line && this.blocks[this.indexes.get(line) ?? -1]?.marginNotes.find(({ bar, note }) => bar === at || note === at);
    return marginNote ? { kind: "quote", id: marginNote.quote } : null;
  }
}
