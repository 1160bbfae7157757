/**
 * Describes what was found in one line.
 *
 * @typedef {import("./types.js").NewsDocument} NewsDocument
 * @typedef {import("./types.js").Quote} Quote
 * @typedef {import("../state/store.js").Target} Target
 */

import { UNATTRIBUTED } from "../generated/tables.js";
import { isBoilerplate } from "./boilerplate.js";
import { typeLabel } from "./families.js";
import { chainLabel, countSpeakers, speakerName } from "./speakers.js";
import { valueText } from "./value.js";
import { certainty, confidenceText, plural } from "./words.js";

/**
 * @param {string} text
 * @param {NewsDocument} document
 * @param {Target} target
 */
export function explanation(text, document, target) {
  switch (target.kind) {
    case "chain":
      return explainedChain(document, target.id);
    case "quote":
      return explainedQuote(text, document, document.quotes[target.id]);
    case "entity": {
      const entity = document.entities[target.id];
      const value = valueText(entity);
      return `${entity.text}${value && ` → ${value}`}: ${typeLabel(entity.type)}, ${certainty(entity)}`;
    }
  }
}

/** @param {NewsDocument} document @param {number} id */
function explainedChain({ chains, quotes, entities }, id) {
  const { type, titles, mentions, by } = chains[id];
  const said = quotes.filter((quote) => quote.speaker_chain === id);
  const indirect = said.filter(({ type }) => type === "indirect").length;
  const confidence = entities.reduce(
    (most, entity) => (entity.chain === id ? Math.max(most, entity.confidence) : most),
    0,
  );
  const facts = [
    typeLabel(type),
    titles[0]?.text,
    plural(mentions.length, "mention"),
    said.length > indirect && plural(said.length - indirect, "quotation"),
    indirect && plural(indirect, "indirect quotation"),
  ];
  return `${chainLabel(chains[id])}: ${[...facts, by ? "changed by you" : confidence && confidenceText(confidence)].filter(Boolean).join(", ")}`;
}

/** @param {string} text @param {NewsDocument} document @param {Quote} quote */
function explainedQuote(text, document, quote) {
  const medium = quote.medium && quote.medium !== "speech" ? `, ${quote.medium}` : "";
  const kind = `${quote.type[0].toUpperCase()}${quote.type.slice(1)} quotation${medium}`;
  const words = quote.speaker.map(([start, end]) => text.slice(start, end)).join(" … ");
  const name = speakerName(text, document, quote);
  const cue = quote.cue.map(([start, end]) => text.slice(start, end)).join(" … ");
  const speaker =
    name === null ? UNATTRIBUTED.toLowerCase() : `${name}${words && words !== name ? ` (“${words}”)` : ""}`;
  return [`${kind}: ${speaker}`, cue && `cue “${cue}”`, quote.why, quote.by ? "" : confidenceText(quote.confidence)]
    .filter(Boolean)
    .join(" · ");
}

/**
 * The totals. Thoughts are counted separately, since they are shown only on demand.
 * @param {NewsDocument} document
 */
export function summaryLine(document) {
  const { names, quotes, thoughts } = sums(document);
  return [names, quotes, thoughts].filter(Boolean).join(" · ");
}

/**
 * The same as a sentence.
 * @param {string} text
 * @param {NewsDocument} document
 */
export function foundSentence(text, document) {
  const { names, quotes, thoughts } = sums(document);
  const speakers = countSpeakers(text, document);
  const parts = [`${names} and ${quotes}`, thoughts, speakers && `by ${plural(speakers, "speaker")}`];
  return `Found ${parts.filter(Boolean).join(", ")}.`;
}

/** @param {NewsDocument} document */
function sums(document) {
  const { entities, quotes } = document;
  const thoughts = quotes.filter((quote) => quote.medium === "thought").length;
  return {
    names: plural(entities.filter((one) => one.chain !== null && !isBoilerplate(document, one)).length, "name"),
    quotes: plural(quotes.length - thoughts, "quotation"),
    thoughts: thoughts ? plural(thoughts, "thought") : "",
  };
}
