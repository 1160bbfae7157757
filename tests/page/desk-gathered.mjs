// A desk with a few small articles, as the tabs see it.

import { gatheringOf } from "../../www/desk/gathered.js";

/**
 * @typedef {import("../../www/desk/summary.js").Summary} Summary
 * @typedef {import("../../www/desk/types.js").Desk} Desk
 *
 * @typedef {Object} Said
 * @property {number} [by] the speaker's place among the people
 * @property {string} [words]
 * @property {string} [speaker] if it is not one of the people
 * @property {number[]} [about]
 * @property {import("../../www/document/types.js").Medium} [medium]
 * @property {string} [cue]
 *
 * @typedef {Object} Told
 * @property {string} [date]
 * @property {string} [source]
 * @property {(string|Partial<import("../../www/desk/summary.js").NamedPerson>)[]} [people]
 * @property {string[]} [groups]
 * @property {Said[]} [said] the chains of `groups` come after those of the people
 */

/** @param {Told} told @param {number} id @returns {Summary} */
export function summary({ date = "", source = "", people = [], groups = [], said = [] }, id) {
  const named = people.map((person, chain) => ({
    chain,
    name: "",
    titles: [],
    mentions: 1,
    she: 0,
    he: 0,
    place: /** @type {[number, number]} */ ([0, 1]),
    ...(typeof person === "string" ? { name: person } : person),
  }));
  const names = groups.map((name, i) => ({ chain: people.length + i, name, type: /** @type {const} */ ("ORG") }));
  return {
    id,
    archiveId: "",
    title: `Article ${id}`,
    date,
    source,
    words: 10,
    people: named,
    names,
    quotations: said.map(
      ({ by = null, words = "“Yes.”", speaker, about = [], medium = "speech", cue = "said" }, quote) => ({
        quote,
        type: "direct",
        medium,
        speaker: speaker ?? [...named, ...names].find(({ chain }) => chain === by)?.name ?? null,
        chain: by,
        cue,
        words,
        place: [quote, quote + 1],
        about,
      }),
    ),
  };
}

/** @param {Told[]} articles */
export function deskOf(articles) {
  const notes = new Map();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const summaries = articles.map(summary);
  /** @type {Desk} */
  const desk = {
    collection: { id: "test", name: "Test" },
    count: () => summaries.length,
    async *summaries() {
      yield* summaries;
    },
    async *texts() {},
    article: async () => null,
    open() {},
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notes: {
      get: async (key) => notes.get(key),
      set: async (key, value) => void notes.set(key, value),
    },
  };
  return { desk, notes, summaries, changed: () => listeners.forEach((listener) => void listener()) };
}

/** A tab that stays open. */
const TAB = { isShown: () => true, show() {}, fail() {} };

/** @param {Desk} desk */
export function gathered(desk) {
  const gathering = gatheringOf(desk);
  gathering.add(TAB);
  return gathering.latest();
}
