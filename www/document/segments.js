/**
 * The text cut at every place where a mark begins or ends, so that marks which nest, meet or cross
 * are drawn as flat pieces side by side, each knowing all that lies over it.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Range} Range
 * @typedef {"entity"|"mention"|"title"|"content"|"quoted"|"cue"|"speaker"|"term"} LayerKind
 * @typedef {{kind: LayerKind, id: number, start: number, end: number}} Layer
 * @typedef {{start: number, end: number, layers: Layer[]}} Segment
 *
 * @typedef {Object} Block A line of the text
 * @property {number} from where it starts with the blanks before it: only the first has any
 * @property {number} start
 * @property {number} end where its words end
 * @property {number} next where the next block starts: between the two are line breaks and blanks
 * @property {Segment[]} segments from start to end, without a gap
 */

const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @returns {Block[]}
 */
export function blocks(text, document) {
  const all = layers(document);
  const opening = [...all].sort((a, b) => a.start - b.start);
  const cuts = [...new Set(all.flatMap((layer) => [layer.start, layer.end]))].sort((a, b) => a - b);
  /** @type {Set<Layer>} */
  const open = new Set();
  let nextCut = 0;
  let nextLayer = 0;

  return lines(text).map((block) => {
    let at = block.start;
    while (at < block.end) {
      while (nextCut < cuts.length && cuts[nextCut] <= at) nextCut++;
      while (nextLayer < opening.length && opening[nextLayer].start <= at) open.add(opening[nextLayer++]);
      for (const layer of open) if (layer.end <= at) open.delete(layer);
      const end = Math.min(cuts[nextCut] ?? Infinity, block.end);
      block.segments.push({ start: at, end, layers: [...open] });
      at = end;
    }
    return block;
  });
}

/**
 * Everything in the document that lies over some of the text.
 * @param {NewsDocument} document
 * @returns {Layer[]}
 */
function layers({ entities, chains, quotes, quoted_terms }) {
  /** @type {Layer[]} */
  const all = [];
  /** @type {(kind: LayerKind, id: number, ranges: Range[]) => void} */
  const add = (kind, id, ranges) => {
    for (const [start, end] of ranges) if (start < end) all.push({ kind, id, start, end });
  };
  for (const entity of entities) add("entity", entity.id, [[entity.start, entity.end]]);
  for (const chain of chains) {
    for (const { start, end } of chain.mentions) add("mention", chain.id, [[start, end]]);
    for (const { start, end } of chain.titles) add("title", chain.id, [[start, end]]);
  }
  for (const quote of quotes) {
    add("content", quote.id, quote.content);
    add("quoted", quote.id, quote.quoted);
    add("cue", quote.id, quote.cue);
    add("speaker", quote.id, quote.speaker);
  }
  quoted_terms.forEach((range, id) => add("term", id, [range]));
  return all;
}

/**
 * Lines that have words; the blank ones belong to the gap after the line before them.
 * @param {string} text
 * @returns {Block[]}
 */
function lines(text) {
  /** @type {Block[]} */
  const found = [];
  let start = 0;
  /** @type {(end: number, next: number) => void} */
  const close = (end, next) => {
    const last = found.at(-1);
    if (text.slice(start, end).trim() !== "") {
      found.push({ from: last ? start : 0, start, end, next, segments: [] });
    } else if (last) {
      last.next = next;
    }
    start = next;
  };
  for (const { 0: mark, index } of text.matchAll(BREAK)) close(index, index + mark.length);
  close(text.length, text.length);
  if (found.length === 0 && text !== "") {
    found.push({ from: 0, start: text.length, end: text.length, next: text.length, segments: [] });
  }
  return found;
}
