/**
 * The margin beside the article: a bar along the lines of every quotation, and the speaker's name.
 * Neither has a text of its own, so that the article's text stays what it is.
 *
 * @typedef {import("./article.js").ArticleView} ArticleView
 */

import { speakerName } from "../document/speakers.js";
import { element } from "./dom.js";

/**
 * @param {ArticleView} view
 * @returns {() => void} puts everything in its place, to be called again when the width has changed
 */
export function drawMargin(view) {
  /** @type {{bar: HTMLElement, note: HTMLElement|null, pieces: HTMLElement[], line: HTMLElement}[]} */
  const drawn = [];
  let said = { line: /** @type {HTMLElement|null} */ (null), name: "" };
  for (const { quote: id, pieces, line } of view.quotePieces) {
    const quote = view.document.quotes[id];
    const bar = element("span", `bar ${quote.type}`);
    const name = speakerName(view.text, quote) ?? "nobody named";
    // One name is enough for what one speaker says in one paragraph.
    const repeated = said.line === line && said.name === name;
    const note = repeated ? null : element("span", `note ${quote.type}`);
    if (note) note.dataset.speaker = name;
    if (note && quote.speaker.length === 0) note.classList.add("nobody");
    said = { line, name };
    for (const mark of note ? [bar, note] : [bar]) {
      mark.ariaHidden = "true";
      line.append(mark);
      view.margin.set(mark, id);
      view.join(mark, { kind: "content", id });
    }
    drawn.push({ bar, note, pieces, line });
  }
  return () => place(drawn);
}

/**
 * Reads every position before it sets any, so that the page is laid out once.
 * @param {{bar: HTMLElement, note: HTMLElement|null, pieces: HTMLElement[], line: HTMLElement}[]} drawn
 */
function place(drawn) {
  const places = drawn
    // What a filter hides takes no room.
    .filter(({ bar }) => bar.getClientRects().length > 0)
    .map(({ bar, note, pieces, line }) => {
      const zero = line.getBoundingClientRect().top;
      const rects = pieces.flatMap((piece) => [...piece.getClientRects()]);
      const top = Math.min(...rects.map((rect) => rect.top)) - zero;
      const bottom = Math.max(...rects.map((rect) => rect.bottom)) - zero;
      return { bar, note, line, top, bottom, noteHeight: note?.offsetHeight ?? 0 };
    });
  let above = { line: /** @type {HTMLElement|null} */ (null), bottom: 0 };
  for (const { bar, note, line, top, bottom, noteHeight } of places) {
    bar.style.top = `${top}px`;
    bar.style.height = `${bottom - top}px`;
    if (!note) continue;
    const y = above.line === line ? Math.max(top, above.bottom) : top;
    note.style.top = `${y}px`;
    above = { line, bottom: y + noteHeight };
  }
}
