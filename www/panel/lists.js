/**
 * The two lists of the panel, and a lookup from something in the document to its row.
 *
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/speakers.js").Speaker} Speaker
 * @typedef {import("../document/shown.js").Shown} Shown
 * @typedef {import("./long-list.js").GrowingList} GrowingList
 */

import { foldForSearch, groupNames } from "../document/groups.js";
import { inOrder } from "../document/order.js";
import { groupBySpeaker, quoteWords } from "../document/speakers.js";
import { plural } from "../document/words.js";
import { element } from "../dom.js";
import { growingList } from "./long-list.js";
import { countBadge, nameRow, plainButton, quoteRow, rowData, speakerHead } from "./rows.js";
import { speakerShares } from "./speaker-shares.js";

const NAMES_AT_ONCE = 60;
const SPEAKERS_AT_ONCE = 30;
const QUOTES_AT_ONCE = 20;

/** @param {Target} target */
export const keyOf = ({ kind, id }) => `${kind} ${id}`;

/** Rows by the target they stand for. The rows of a long list are created on demand. */
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
      const target = rowData(row)?.target;
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

  /** The list entry of a target, created if necessary. @param {Target} target @returns {HTMLElement|undefined} */
  entry(target) {
    this.makers.get(keyOf(target))?.();
    return this.of(target).find((row) => row.classList.contains("entry"));
  }
}

/**
 * @param {State} state
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @param {string} query
 * @param {Rows} rows
 * @returns {HTMLElement[]}
 */
export function nameLists({ text, order }, document, shown, query, rows) {
  const groups = groupNames(text, document, shown, order, query);
  if (groups.length === 0) return [emptyList(query, document.entities.length, "names")];
  return groups.map(({ family, entries }) => {
    const list = growingList("entries", entries, NAMES_AT_ONCE, "name", (entry) => rows.add(nameRow(entry)));
    for (const [i, { target }] of entries.entries()) rows.makers.set(keyOf(target), () => list.growTo(i));
    const summary = element("summary", "", element("h3", "", family.label), countBadge(entries.length));
    const group = element("details", `group ${family.id}`, summary, ...list.parts);
    group.dataset.family = family.id;
    group.open = query !== "" || (family.id !== "time" && family.id !== "number");
    return group;
  });
}

/**
 * @param {State} state
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @param {string} query
 * @param {Rows} rows
 * @returns {HTMLElement[]}
 */
export function quoteLists({ text, order, only }, document, shown, query, rows) {
  const all = groupBySpeaker(text, document, shown.quotes);
  const chosen = all.filter(({ name }) => only && name === only.name);
  const speakers = inOrder(matching(text, chosen.length ? chosen : all, query), order);
  if (speakers.length === 0) return [emptyList(query, document.quotes.length, "quotations")];
  const chart = query === "" ? speakerShares(all) : null;
  const list = growingList("speakers", speakers, SPEAKERS_AT_ONCE, "speaker", (speaker) => {
    const own = growingList("entries", speaker.quotes, QUOTES_AT_ONCE, "quotation", (quote) =>
      rows.add(quoteRow(text, quote)),
    );
    for (const [i, { id }] of speaker.quotes.entries()) {
      rows.makers.set(keyOf({ kind: "quote", id }), () => own.growTo(i));
    }
    const head = speakerHead(document, speaker);
    for (const part of head) rows.add(part);
    return element(
      "section",
      `speaker${speaker.name === null ? " unattributed" : speaker.unnamed ? " unnamed" : ""}`,
      ...head,
      ...own.parts,
    );
  });
  speakers.forEach(({ quotes }, i) => {
    for (const { id } of quotes) {
      const key = keyOf({ kind: "quote", id });
      // A speaker's own list replaces this entry once it is created.
      if (rows.makers.has(key)) continue;
      rows.makers.set(key, () => {
        list.growTo(i);
        rows.makers.get(key)?.();
      });
    }
  });
  return [...(chart ? [rows.add(chart)] : []), ...(chosen.length ? [everybody(all.length)] : []), ...list.parts];
}

/**
 * All quotations by a speaker whose name matches the query; for other speakers, the quotations that match.
 * @param {string} text
 * @param {Speaker[]} speakers
 * @param {string} query
 */
function matching(text, speakers, query) {
  const words = foldForSearch(query);
  if (words === "") return speakers;
  return speakers.flatMap((speaker) => {
    if (speaker.name !== null && foldForSearch(speaker.name).includes(words)) return [speaker];
    const quotes = speaker.quotes.filter((quote) => foldForSearch(quoteWords(text, quote)).includes(words));
    return quotes.length ? [{ ...speaker, quotes }] : [];
  });
}

/** The way back from a single speaker. @param {number} speakers */
function everybody(speakers) {
  const made = plainButton("more everybody");
  made.textContent = `Show all ${plural(speakers, "speaker")}`;
  return made;
}

/** @param {string} query @param {number} found @param {string} what */
function emptyList(query, found, what) {
  const said =
    query !== ""
      ? `No ${what} match “${query}”.`
      : found
        ? `All ${what} are hidden by the filters.`
        : `No ${what} found.`;
  return element("p", "none", said);
}
