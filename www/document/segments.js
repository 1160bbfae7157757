/**
 * The text as the article shows it: divided into lines, and each line cut wherever something starts or ends.
 * Annotations that nest, touch or overlap thus become flat segments side by side, each of which knows everything that
 * covers it. Lines are found first and cut one at a time, so that a long text can be highlighted line by line, starting
 * with the visible ones.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Range} Range
 * @typedef {import("./shown.js").Shown} Shown
 * @typedef {"entity"|"mention"|"title"|"content"|"quoted"|"cue"|"speaker"|"term"} LayerKind
 * @typedef {{kind: LayerKind, id: number, start: number, end: number}} Layer
 * @typedef {{start: number, end: number, layers: Layer[]}} Segment
 *
 * @typedef {Object} Line
 * @property {number} from where it starts including leading whitespace, which only the first line has
 * @property {number} start
 * @property {number} end where its words end
 * @property {number} next where the next line starts; between `end` and `next` are line breaks and spaces
 */

import { LINE_BREAKS } from "../generated/tables.js";

/** What ends a line. */
export const LINE_BREAK = new RegExp(`\r\n|[${LINE_BREAKS}]`, "g");

/** A longer line is displayed as several lines, because browsers lay out a paragraph as a whole. */
export const LONGEST = 8000;

/**
 * The lines that contain words. Blank lines belong to the gap after the line before them.
 * @param {string} text
 * @returns {Line[]}
 */
export function lines(text) {
  /** @type {Line[]} */
  const found = [];
  let start = 0;
  /** @param {number} end @param {number} next */
  const close = (end, next) => {
    found.push({ from: found.length ? start : 0, start, end, next });
    start = next;
  };
  /** @param {number} end @param {number} next */
  const closeLine = (end, next) => {
    const last = found.at(-1);
    if (text.slice(start, end).trim() === "") {
      if (last) last.next = next;
      start = next;
      return;
    }
    while (end - start > LONGEST) {
      const cut = cutBefore(text, start + LONGEST);
      close(cut, cut);
    }
    close(end, next);
  };
  for (const { 0: mark, index } of text.matchAll(LINE_BREAK)) closeLine(index, index + mark.length);
  closeLine(text.length, text.length);
  if (found.length === 0 && text !== "")
    found.push({ from: 0, start: text.length, end: text.length, next: text.length });
  return found;
}

/**
 * The best place to cut an overlong line: after a sentence, else after a word, never inside a character.
 * @param {string} text
 * @param {number} limit
 */
function cutBefore(text, limit) {
  const from = limit - LONGEST / 2;
  const stretch = text.slice(from, limit);
  const best = [...stretch.matchAll(/[.!?]["'”’»)]*\s+(?=\S)/g)].at(-1) ?? [...stretch.matchAll(/\s+(?=\S)/g)].at(-1);
  if (best) return from + best.index + best[0].length;
  return /[\uDC00-\uDFFF]/.test(text[limit]) ? limit - 1 : limit;
}

/**
 * The index of the line that contains an offset.
 * @param {Line[]} all
 * @param {number} offset
 */
export function lineAt(all, offset) {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (all[middle].start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Everything visible in the document that covers some of the text.
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @param {Range} [within] only what touches this range
 * @returns {Layer[]}
 */
export function layers({ entities, chains, quotes, quoted_terms }, shown, [from, to] = [0, Infinity]) {
  /** @type {Layer[]} */
  const all = [];
  /** @type {(kind: LayerKind, id: number, ranges: Range[]) => void} */
  const add = (kind, id, ranges) => {
    for (const [start, end] of ranges) if (start < end && end > from && start < to) all.push({ kind, id, start, end });
  };
  for (const entity of entities) if (shown.entity(entity)) add("entity", entity.id, [[entity.start, entity.end]]);
  for (const chain of chains) {
    const mentions = shown.mentions(chain);
    if (mentions.length === 0) continue;
    for (const { start, end } of mentions) add("mention", chain.id, [[start, end]]);
    for (const { start, end } of chain.titles) add("title", chain.id, [[start, end]]);
  }
  for (const quote of quotes) {
    if (!shown.quote(quote)) continue;
    add("content", quote.id, shown.said(quote));
    add("quoted", quote.id, quote.quoted);
    add("cue", quote.id, quote.cue);
    add("speaker", quote.id, quote.speaker);
  }
  for (const [id, range] of quoted_terms.entries()) add("term", id, [range]);
  return all;
}

/**
 * The layers that cover each line. A layer that spans a line break covers several lines.
 * @param {Line[]} all
 * @param {Layer[]} found
 * @returns {Map<Line, Layer[]>}
 */
export function layersByLine(all, found) {
  /** @type {Map<Line, Layer[]>} */
  const over = new Map();
  for (const layer of found) {
    for (let i = lineAt(all, layer.start); i < all.length && all[i].start < layer.end; i++) {
      const here = over.get(all[i]);
      if (here) here.push(layer);
      else over.set(all[i], [layer]);
    }
  }
  return over;
}

/**
 * Looks up the layers that cover a line. The lookup for the whole text is built on first use. For a long text this
 * takes a while, so the visible lines can be prepared in advance.
 * @param {Line[]} all
 * @param {NewsDocument} document
 * @param {Shown} shown
 */
export function layersOverLines(all, document, shown) {
  /** @type {Map<Line, Layer[]>|null} */
  let over = null;
  /** @type {Map<Line, Layer[]>} */
  let first = new Map();

  return {
    /** Builds the lookup for a few lines. @param {number} from @param {number} to */
    prepare(from, to) {
      const some = all.slice(from, to);
      if (some.length === 0) return;
      const found = layersByLine(some, layers(document, shown, [some[0].start, some[some.length - 1].end]));
      first = new Map(some.map((line) => [line, found.get(line) ?? []]));
    },

    /** @param {Line} line @returns {Layer[]} */
    of(line) {
      const prepared = first.get(line);
      if (prepared) return prepared;
      over ??= layersByLine(all, layers(document, shown));
      return over.get(line) ?? [];
    },
  };
}

/**
 * The segments of a line, without gaps from its start to its end.
 * @param {Pick<Line, "start"|"end">} line
 * @param {Layer[]} over
 * @returns {Segment[]}
 */
export function segments({ start, end }, over) {
  const opening = [...over].sort((a, b) => a.start - b.start);
  const cuts = [...new Set(over.flatMap((layer) => [layer.start, layer.end]))].sort((a, b) => a - b);
  /** @type {Set<Layer>} */
  const open = new Set();
  /** @type {Segment[]} */
  const found = [];
  let nextCut = 0;
  let nextLayer = 0;
  for (let at = start; at < end; ) {
    while (nextCut < cuts.length && cuts[nextCut] <= at) nextCut++;
    while (nextLayer < opening.length && opening[nextLayer].start <= at) open.add(opening[nextLayer++]);
    for (const layer of open) if (layer.end <= at) open.delete(layer);
    const to = Math.min(cuts[nextCut] ?? Infinity, end);
    found.push({ start: at, end: to, layers: [...open] });
    at = to;
  }
  return found;
}

/**
 * The layers of one kind in a segment, innermost (shortest) first.
 * @param {Segment} segment
 * @param {LayerKind} kind
 */
export const nested = (segment, kind) =>
  segment.layers.filter((layer) => layer.kind === kind).sort((a, b) => a.end - a.start - (b.end - b.start));
