/**
 * What a piece of text looks like: the classes of everything that covers it, and its accompanying words (tooltip, type
 * label, the speaker's name at the end of a quotation).
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/segments.js").Segment} Segment
 * @typedef {import("../document/segments.js").Layer} Layer
 *
 * @typedef {Object} Appearance
 * @property {string} className empty for plain text
 * @property {string} title
 * @property {string} [type] the label above the first piece of a name
 * @property {string} [speaker] the name at the end of a quotation
 * @property {string} [note] a person’s note on the name or the quotation that ends here
 * @property {string} [spoken] what screen readers say instead of the words of a name
 * @property {string} [said] what they say when a quotation begins
 *
 * @typedef {{segment: Segment, look: Appearance, node: HTMLElement|Text}} Piece
 */

import { familyOf, typeLabel, typeShort } from "../document/families.js";
import { nested } from "../document/segments.js";
import { speakerName } from "../document/speakers.js";
import { certainty, confidenceLevel } from "../document/words.js";
import { element } from "../dom.js";
import { UNATTRIBUTED } from "../generated/tables.js";

/** @type {Appearance} */
const PLAIN = { className: "", title: "" };

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {import("../document/shown.js").Shown} shown
 * @param {Segment} segment
 * @returns {Appearance}
 */
export function appearanceOf(text, document, shown, segment) {
  if (segment.layers.length === 0) return PLAIN;
  /** @type {Appearance} */
  const look = { className: "", title: "" };
  const classes = new Set(["piece"]);
  for (const layer of segment.layers) {
    classes.add(layer.kind);
    if (layer.kind === "content") quotation(layer);
  }
  const names = nested(segment, "entity").map(({ id }) => document.entities[id]);
  const [inner, outer] = names;
  if (inner) {
    classes.add(familyOf(inner.type).id);
    if (inner.by && inner.end === segment.end) classes.add("yours");
    if (inner.note && inner.end === segment.end) look.note = inner.note;
  }
  // A second name that contains or overlaps this one is drawn as another line below the name's own.
  if (outer) classes.add("within").add(`within-${familyOf(outer.type).id}`);
  look.title = names.map((entity) => `${typeLabel(entity.type)}, ${certainty(entity)}`).join("; in: ");
  const starting = names.filter(({ start }) => start === segment.start);
  if (starting.length) {
    classes.add("name-start");
    look.spoken = [text.slice(segment.start, segment.end), ...starting.map(aboutName)].join(", ");
    look.type = starting
      .reverse()
      .map(({ type }) => typeShort(type))
      .join(" › ");
  }
  look.className = [...classes].join(" ");
  /** The whole quotation around the piece, with the one it is quoted in. */
  const outermost = nested(segment, "content").at(-1);
  if (outermost) look.said = aboutQuotation(text, document, document.quotes[outermost.id], segment.start);
  return look;

  /** @param {Layer} layer */
  function quotation(layer) {
    const quote = document.quotes[layer.id];
    const said = shown.said(quote);
    classes.add(quote.type);
    if (quote.medium === "thought") classes.add("thought");
    if (said[0][0] === segment.start) {
      classes.add("quote-start");
      if (quote.by) classes.add("your-quote");
    }
    if (said.at(-1)?.[1] === segment.end) {
      classes.add("quote-end");
      look.speaker = speakerName(text, document, quote) ?? UNATTRIBUTED;
      if (quote.note) look.note ??= quote.note;
    }
  }
}

/** "person, likely" @param {import("../document/types.js").Entity} entity */
const aboutName = ({ type, confidence, by, note }) =>
  [typeLabel(type), by ? "marked by you" : confidenceLevel(confidence), ...(note ? [`note: ${note}`] : [])].join(", ");

/**
 * "quotation, Ann Lee"
 * @param {string} text
 * @param {import("../document/types.js").NewsDocument} document
 * @param {import("../document/types.js").Quote} quote
 * @param {number} start where the piece starts
 */
function aboutQuotation(text, document, quote, start) {
  const what = quote.medium === "thought" ? "thought" : "quotation";
  const kind = quote.type === "indirect" ? `indirect ${what}` : what;
  const begins = start === quote.content[0][0];
  const note = begins && quote.note ? `, note: ${quote.note}` : "";
  return `${kind}, ${speakerName(text, document, quote) ?? UNATTRIBUTED.toLowerCase()}${begins ? note : ", continued"}`;
}

/** @type {(keyof Appearance)[]} */
const PARTS = ["className", "note", "title", "type", "speaker", "spoken", "said"];

/** @param {Appearance} a @param {Appearance} b */
export const sameAppearance = (a, b) => PARTS.every((part) => a[part] === b[part]);

/**
 * The pieces of a line as they are inserted. Those of a quotation are in an element, so that screen readers can go from
 * quotation to quotation and know whose they are.
 * @param {Piece[]} pieces
 * @returns {Node[]}
 */
export function grouped(pieces) {
  /** @type {Node[]} */
  const nodes = [];
  /** The quotation whose pieces are being collected. */
  let open = /** @type {{id: number, box: HTMLElement}|null} */ (null);
  for (const { segment, look, node } of pieces) {
    const id = nested(segment, "content").at(-1)?.id;
    if (id === undefined) {
      open = null;
      nodes.push(node);
      continue;
    }
    if (open?.id !== id) {
      const box = element("span", "quotation");
      box.role = "blockquote";
      box.ariaLabel = look.said ?? "";
      // Orca does not say the name of a block quotation, only what kind of thing it is.
      box.ariaRoleDescription = look.said ?? "";
      open = { id, box };
      nodes.push(box);
    }
    open.box.append(node);
  }
  return nodes;
}

/**
 * @param {string} words
 * @param {Appearance} look
 */
export function drawn(words, look) {
  const piece = element("span", look.className, words);
  if (look.title) piece.title = look.title;
  if (look.type) piece.dataset.type = look.type;
  if (look.speaker) piece.dataset.speaker = look.speaker;
  if (look.note) {
    piece.classList.add("noted");
    piece.title = [look.title, `Note: ${look.note}`].filter(Boolean).join("; ");
  }
  if (look.spoken) {
    // A press opens what corrects it. Screen readers say a tooltip as well, unless it is the same.
    piece.role = "button";
    piece.ariaLabel = look.spoken;
    piece.title = look.spoken;
  }
  return piece;
}
