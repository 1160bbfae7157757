/**
 * The two lists of the panel, and the way from something in the document to its row.
 *
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/speakers.js").Speaker} Speaker
 * @typedef {import("../document/shown.js").Shown} Shown
 * @typedef {import("./long-list.js").LongList} LongList
 */

import { folded, grouped } from "../document/groups.js";
import { inOrder } from "../document/order.js";
import { bySpeaker } from "../document/speakers.js";
import { element } from "../dom.js";
import { longList } from "./long-list.js";
import { count, meaningOf, nameRow, quoteRow, speakerHead, wordsOf } from "./rows.js";
import { sharesChart } from "./speaker-shares.js";

const NAMES_AT_ONCE = 60;
const SPEAKERS_AT_ONCE = 30;
const QUOTES_AT_ONCE = 20;

/** @param {Target} target */
export const keyOf = ({ kind, id }) => `${kind} ${id}`;

/** Rows by what they stand for; those of a long list are made when they are asked for. */
export class Rows {
  constructor() {
    /** @type {Map<string, HTMLElement[]>} */
    this.made = new Map();
    /** @type {Map<string, () => void>} */
    this.makers = new Map();
  }

  /** @param {HTMLElement} item */
  add(item) {
    for (const row of [item, .../** @type {NodeListOf<HTMLElement>} */ (item.querySelectorAll("button, h3"))]) {
      const target = meaningOf(row)?.target;
      if (!target) continue;
      const key = keyOf(target);
      this.made.set(key, [...(this.made.get(key) ?? []), row]);
    }
    return item;
  }

  /** @param {Target} target */
  of(target) {
    return this.made.get(keyOf(target)) ?? [];
  }

  /** The row of a target in a list, made if need be. @param {Target} target @returns {HTMLElement|undefined} */
  entry(target) {
    this.makers.get(keyOf(target))?.();
    return this.of(target).find((row) => row.classList.contains("entry"));
  }
}

/**
 * @param {State} state
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @param {string} sought
 * @param {Rows} rows
 * @returns {HTMLElement[]}
 */
export function nameLists({ text, order }, document, shown, sought, rows) {
  const groups = grouped(text, document, shown, order, sought);
  if (groups.length === 0) return [nothing(sought, document.entities.length, "names")];
  return groups.map(({ family, entries }) => {
    const list = longList("entries", entries, NAMES_AT_ONCE, "name", (entry) => rows.add(nameRow(entry)));
    entries.forEach(({ target }, i) => rows.makers.set(keyOf(target), () => list.growTo(i)));
    const summary = element("summary", "", element("span", "", family.label), count(entries.length));
    const group = element("details", `group ${family.id}`, summary, ...list.parts);
    group.dataset.family = family.id;
    group.open = sought !== "" || (family.id !== "time" && family.id !== "number");
    return group;
  });
}

/**
 * @param {State} state
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @param {string} sought
 * @param {Rows} rows
 * @returns {HTMLElement[]}
 */
export function quoteLists({ text, order }, document, shown, sought, rows) {
  const all = bySpeaker(text, document.quotes.filter(shown.quote));
  const speakers = inOrder(holding(text, all, sought), order);
  if (speakers.length === 0) return [nothing(sought, document.quotes.length, "quotations")];
  const chart = sought === "" ? sharesChart(all) : null;
  const list = longList("speakers", speakers, SPEAKERS_AT_ONCE, "speaker", (speaker) => {
    const own = longList("entries", speaker.quotes, QUOTES_AT_ONCE, "quotation", (quote) =>
      rows.add(quoteRow(text, quote)),
    );
    speaker.quotes.forEach(({ id }, i) => rows.makers.set(keyOf({ kind: "quote", id }), () => own.growTo(i)));
    const head = speakerHead(document, speaker);
    head.forEach((part) => rows.add(part));
    return element("section", `speaker${speaker.name === null ? " nobody" : ""}`, ...head, ...own.parts);
  });
  speakers.forEach(({ quotes }, i) => {
    for (const { id } of quotes) {
      const key = keyOf({ kind: "quote", id });
      // A speaker's own list, once it is made, has put itself in here.
      if (!rows.makers.has(key)) rows.makers.set(key, () => (list.growTo(i), rows.makers.get(key)?.()));
    }
  });
  return [...(chart ? [rows.add(chart)] : []), ...list.parts];
}

/**
 * All that a speaker said whose name is sought, and of the others the quotations with these words.
 * @param {string} text
 * @param {Speaker[]} speakers
 * @param {string} sought
 */
function holding(text, speakers, sought) {
  const words = folded(sought);
  if (words === "") return speakers;
  return speakers.flatMap((speaker) => {
    if (speaker.name !== null && folded(speaker.name).includes(words)) return [speaker];
    const quotes = speaker.quotes.filter((quote) => folded(wordsOf(text, quote)).includes(words));
    return quotes.length ? [{ ...speaker, quotes }] : [];
  });
}

/** @param {string} sought @param {number} found @param {string} what */
function nothing(sought, found, what) {
  const said =
    sought !== "" ? `No ${what} like “${sought}”.` : found ? `The ${what} found are not shown.` : `No ${what} found.`;
  return element("p", "none", said);
}
