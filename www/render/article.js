/**
 * The article with its marks: one block a line, in it flat pieces of text, each with the classes of
 * all that lies over it. What is shown, lit or labelled is a matter of classes and style, so that a
 * filter changes no element.
 *
 * The element's text is the article, letter for letter.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/segments.js").Segment} Segment
 * @typedef {import("../document/segments.js").Block} Block
 * @typedef {import("../document/segments.js").Layer} Layer
 * @typedef {import("../state/store.js").Target} Target
 */

import { firstAlike } from "../document/alike.js";
import { familyOf, typeLabel, typeShort } from "../document/families.js";
import { blocks } from "../document/segments.js";
import { speakerName } from "../document/speakers.js";
import { certainty } from "../document/words.js";
import { element } from "./dom.js";

/** @param {Target} target */
const key = ({ kind, id }) => `${kind} ${id}`;

/** A view of one document; it is made anew for the next. */
export class ArticleView {
  /**
   * @param {HTMLElement} root
   * @param {string} text
   * @param {NewsDocument} document
   */
  constructor(root, text, document) {
    this.text = text;
    this.document = document;
    this.alike = firstAlike(document);
    /** @type {WeakMap<Element, Segment>} */
    this.segments = new WeakMap();
    /** Where each line begins in the text. @type {WeakMap<Element, number>} */
    this.froms = new WeakMap();
    /** Everything that lights up together, by target. @type {Map<string, Set<HTMLElement>>} */
    this.together = new Map();
    /** The first piece that starts at an offset. @type {Map<number, HTMLElement>} */
    this.starts = new Map();
    /** @type {{quote: number, pieces: HTMLElement[], line: HTMLElement}[]} */
    this.quotePieces = [];
    /** Bars and names in the margin. @type {WeakMap<Element, number>} */
    this.margin = new WeakMap();

    const lines = blocks(text, document);
    const head = headline(text, lines);
    const spaced = lines.some((line) => /(\r\n?|\n)[^\S\r\n]*(\r\n?|\n)/.test(text.slice(line.end, line.next)));
    root.replaceChildren(
      ...lines.map((line) => {
        const made = this.block(line, line === head ? "h2" : "p");
        const gap = text.slice(line.end, line.next);
        // Where blank lines part the paragraphs, a lone break is only the end of a line.
        if (spaced && (gap.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0) < 2) made.classList.add("tight");
        return made;
      }),
    );
  }

  /**
   * @param {Block} block
   * @param {"h2"|"p"} tag
   */
  block(block, tag) {
    const line = element(tag, "line");
    line.dir = "auto";
    this.froms.set(line, block.from);
    if (block.from < block.start) line.append(this.gap(block.from, block.start));
    /** @type {Map<number, HTMLElement[]>} */
    const quotes = new Map();
    for (const segment of block.segments) {
      const words = this.text.slice(segment.start, segment.end);
      if (segment.layers.length === 0) {
        line.append(words);
        continue;
      }
      const piece = element("span", "", words);
      this.describe(piece, segment);
      line.append(piece);
      for (const layer of segment.layers) {
        if (layer.kind !== "content") continue;
        quotes.set(layer.id, [...(quotes.get(layer.id) ?? []), piece]);
      }
    }
    for (const [quote, pieces] of quotes) this.quotePieces.push({ quote, pieces, line });
    if (block.end < block.next) line.append(this.gap(block.end, block.next));
    return line;
  }

  /**
   * Line breaks and blanks between two lines: not seen, but part of the text.
   * @param {number} start
   * @param {number} end
   */
  gap(start, end) {
    return element("span", "gap", this.text.slice(start, end));
  }

  /**
   * Gives a piece its classes and its words, and remembers what it belongs to.
   * @param {HTMLElement} piece
   * @param {Segment} segment
   */
  describe(piece, segment) {
    this.segments.set(piece, segment);
    if (!this.starts.has(segment.start)) this.starts.set(segment.start, piece);
    const classes = new Set(["piece"]);
    for (const layer of segment.layers) {
      classes.add(layer.kind);
      this.join(piece, layer);
      if (layer.kind === "content") {
        const quote = this.document.quotes[layer.id];
        classes.add(quote.type);
        if (quote.content[0][0] === segment.start) classes.add("opening");
        if (quote.by && quote.content[0][0] === segment.start) classes.add("your-quote");
        const last = quote.content.at(-1);
        if (last && last[1] === segment.end) {
          classes.add("said");
          piece.dataset.speaker = speakerName(this.text, quote) ?? "nobody named";
        }
      }
    }
    const entity = innermost(segment, "entity");
    if (entity) {
      const { type, start, end, by } = this.document.entities[entity.id];
      classes.add(familyOf(type).id);
      if (by && end === segment.end) classes.add("yours");
      piece.title = `${typeLabel(type)}, ${certainty(this.document.entities[entity.id])}`;
      if (start === segment.start) {
        classes.add("first");
        piece.dataset.type = typeShort(type);
      }
    }
    piece.className = [...classes].join(" ");
    if (entity || classes.has("content")) piece.tabIndex = -1;
  }

  /**
   * Lets a piece light up with all that a layer belongs to.
   * @param {HTMLElement} piece
   * @param {Pick<Layer, "kind"|"id">} layer
   */
  join(piece, layer) {
    for (const target of this.targetsOf(layer)) {
      const pieces = this.together.get(key(target)) ?? new Set();
      this.together.set(key(target), pieces.add(piece));
    }
  }

  /**
   * The targets that a layer lights up with: a person's quotations are lit with the person.
   * @param {Pick<Layer, "kind"|"id">} layer
   * @returns {Target[]}
   */
  targetsOf({ kind, id }) {
    switch (kind) {
      case "entity":
        return [{ kind: "entity", id: this.alike[id] }];
      case "mention":
      case "title":
        return [{ kind: "chain", id }];
      case "term":
        return [];
      default: {
        const chain = this.document.quotes[id].speaker_chain;
        /** @type {Target[]} */
        const targets = [{ kind: "quote", id }];
        if (chain !== null) targets.push({ kind: "chain", id: chain });
        return targets;
      }
    }
  }

  /**
   * @param {Target} target
   * @returns {Iterable<HTMLElement>}
   */
  piecesOf(target) {
    return this.together.get(key(target)) ?? [];
  }

  /**
   * What a piece is, for someone who points at it: the name rather than the quotation it is in.
   * @param {Element} piece
   * @param {(what: string) => boolean} shown whether a family or a type of quotation is shown
   * @returns {Target|null}
   */
  targetOf(piece, shown) {
    const beside = this.margin.get(piece);
    if (beside !== undefined) return { kind: "quote", id: beside };
    const segment = this.segments.get(piece);
    if (!segment) return null;
    const entity = innermost(segment, "entity");
    if (entity) {
      const { id, type, chain } = this.document.entities[entity.id];
      if (shown(familyOf(type).id)) {
        return chain === null ? { kind: "entity", id: this.alike[id] } : { kind: "chain", id: chain };
      }
    }
    const mention = innermost(segment, "mention");
    if (mention && shown(familyOf(this.document.chains[mention.id].type).id)) return { kind: "chain", id: mention.id };
    for (const kind of /** @type {const} */ (["quoted", "content", "cue", "speaker"])) {
      const layer = innermost(segment, kind);
      if (layer && shown(this.document.quotes[layer.id].type)) return { kind: "quote", id: layer.id };
    }
    return null;
  }
}

/**
 * @param {Segment} segment
 * @param {Layer["kind"]} kind
 */
function innermost(segment, kind) {
  /** @type {Layer|undefined} */
  let shortest;
  for (const layer of segment.layers) {
    if (layer.kind !== kind) continue;
    if (!shortest || layer.end - layer.start < shortest.end - shortest.start) shortest = layer;
  }
  return shortest;
}

/**
 * The title: a short first line without the stop of a sentence, with more below it.
 * @param {string} text
 * @param {Block[]} lines
 */
function headline(text, [first, ...rest]) {
  if (!first || rest.length === 0 || first.end - first.start > 160) return undefined;
  return /[.!?:;,…]["'”’»)]*\s*$/.test(text.slice(first.start, first.end)) ? undefined : first;
}
