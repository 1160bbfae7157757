/**
 * The margin beside the article: a bar along the lines of every quotation, and the speaker's name. Neither contributes
 * to the article's text content, which stays exactly the text.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("./article-view.js").Block} Block
 *
 * @typedef {Object} MarginNote
 * @property {number} quote
 * @property {string} look notes with the same look need not be drawn again
 * @property {HTMLElement} bar
 * @property {HTMLElement|null} note
 * @property {HTMLElement[]} pieces the pieces of text that they stand beside
 *
 * @typedef {{element: HTMLElement, piece: HTMLElement}} Remark a person’s note, and where what it is about ends
 */

import { nested } from "../document/segments.js";
import { speakerName } from "../document/speakers.js";
import { element } from "../dom.js";
import { UNATTRIBUTED } from "../generated/tables.js";

/** The number of bars that fit side by side in the narrow gutter, minus one. */
const DEEPEST = 2;

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Block} block
 */
export function renderMargin(text, document, block) {
  /** @type {Map<number, {depth: number, pieces: HTMLElement[]}>} */
  const found = new Map();
  for (const { segment, node } of block.pieces) {
    if (!(node instanceof HTMLElement)) continue;
    const contents = nested(segment, "content");
    contents.forEach(({ id }, i) => {
      const here = found.get(id);
      if (here) here.pieces.push(node);
      else found.set(id, { depth: Math.min(contents.length - 1 - i, DEEPEST), pieces: [node] });
    });
  }
  const old = block.marginNotes;
  let said = "";
  block.marginNotes = [...found].map(([quote, { depth, pieces }], i) => {
    const { speaker, ...record } = document.quotes[quote];
    const type = record.medium === "thought" ? `${record.type} thought` : record.type;
    const name = speakerName(text, document, document.quotes[quote]) ?? UNATTRIBUTED;
    // One name is enough for everything a speaker says in one paragraph.
    const repeated = name === said;
    said = name;
    const look = [type, depth, repeated, speaker.length === 0, name].join(" ");
    if (old[i]?.look === look) return { ...old[i], quote, pieces };
    const bar = element("span", `bar ${type} depth-${depth}`);
    const note = repeated ? null : element("span", `margin-name ${type}${speaker.length === 0 ? " unattributed" : ""}`);
    if (note) note.dataset.speaker = name;
    for (const mark of note ? [bar, note] : [bar]) mark.ariaHidden = "true";
    return { quote, look, bar, note, pieces };
  });
  for (const { element } of block.remarks) element.remove();
  block.remarks = block.pieces.flatMap(({ look, node }) => {
    if (!look.note || !(node instanceof HTMLElement)) return [];
    const remark = element("span", "remark");
    remark.dataset.note = look.note;
    // It is also in the name of the highlight.
    remark.ariaHidden = "true";
    return { element: remark, piece: node };
  });
  block.element.append(...block.remarks.map(({ element }) => element));
  const kept = new Set(block.marginNotes.map(({ bar }) => bar));
  for (const { bar, note } of old) {
    if (kept.has(bar)) continue;
    bar.remove();
    note?.remove();
  }
  for (const { bar, note } of block.marginNotes)
    if (bar.parentNode !== block.element) block.element.append(bar, ...(note ? [note] : []));
  block.isPositioned = false;
}

/**
 * Positions the margin notes of some blocks. All positions are read before any is set, so that the page is laid out
 * only once.
 * @param {Block[]} blocks
 */
export function placeMargin(blocks) {
  const unpositioned = blocks.filter((block) => !block.isPositioned);
  const places = unpositioned.map(({ element, marginNotes, remarks }) => {
    const zero = element.getBoundingClientRect().top;
    const noted = remarks.map(({ element, piece }) => ({
      note: element,
      top: piece.getBoundingClientRect().top - zero,
      noteHeight: element.offsetHeight,
    }));
    const bars = marginNotes.map(({ bar, note, pieces }) => {
      const rects = pieces.flatMap((piece) => [...piece.getClientRects()]);
      const top = Math.min(...rects.map((rect) => rect.top)) - zero;
      const bottom = Math.max(...rects.map((rect) => rect.bottom)) - zero;
      return { bar, note, top, bottom, noteHeight: note?.offsetHeight ?? 0 };
    });
    return { bars, notes: [...bars, ...noted].sort((a, b) => a.top - b.top) };
  });
  unpositioned.forEach((block, i) => {
    block.isPositioned = true;
    let above = 0;
    for (const { bar, top, bottom } of places[i].bars) {
      bar.style.top = `${top}px`;
      bar.style.height = `${bottom - top}px`;
    }
    for (const { note, top, noteHeight } of places[i].notes) {
      if (!note || noteHeight === 0) continue;
      const y = Math.max(top, above);
      note.style.top = `${y}px`;
      above = y + noteHeight;
    }
    // Keep a name that is taller than its paragraph from being cut off.
    block.element.style.minHeight = above ? `${above}px` : "";
  });
}
