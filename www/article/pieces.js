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
 */

import { familyOf, typeLabel, typeShort } from "../document/families.js";
import { nested } from "../document/segments.js";
import { speakerName } from "../document/speakers.js";
import { certainty } from "../document/words.js";
import { element } from "../dom.js";
import { UNATTRIBUTED } from "../generated/tables.js";

/** @type {Appearance} */
const PLAIN = { className: "", title: "" };

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Segment} segment
 * @returns {Appearance}
 */
export function appearanceOf(text, document, segment) {
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
  }
  // A second name that contains or overlaps this one is drawn as another line below the name's own.
  if (outer) classes.add("within").add(`within-${familyOf(outer.type).id}`);
  look.title = names.map((entity) => `${typeLabel(entity.type)}, ${certainty(entity)}`).join("; in: ");
  const starting = names.filter(({ start }) => start === segment.start);
  if (starting.length) {
    classes.add("name-start");
    look.type = starting
      .reverse()
      .map(({ type }) => typeShort(type))
      .join(" › ");
  }
  look.className = [...classes].join(" ");
  return look;

  /** @param {Layer} layer */
  function quotation(layer) {
    const quote = document.quotes[layer.id];
    classes.add(quote.type);
    if (quote.content[0][0] === segment.start) {
      classes.add("quote-start");
      if (quote.by) classes.add("your-quote");
    }
    if (quote.content.at(-1)?.[1] === segment.end) {
      classes.add("quote-end");
      look.speaker = speakerName(text, quote) ?? UNATTRIBUTED;
    }
  }
}

/** @param {Appearance} a @param {Appearance} b */
export const sameAppearance = (a, b) =>
  a.className === b.className && a.title === b.title && a.type === b.type && a.speaker === b.speaker;

/**
 * @param {string} words
 * @param {Appearance} look
 */
export function drawn(words, look) {
  const piece = element("span", look.className, words);
  if (look.title) piece.title = look.title;
  if (look.type) piece.dataset.type = look.type;
  if (look.speaker) piece.dataset.speaker = look.speaker;
  // Only what can be pointed at can be focused.
  if (look.title || piece.classList.contains("content")) piece.tabIndex = -1;
  return piece;
}
