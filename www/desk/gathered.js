/**
 * What the tabs of the desk compare, in memory: the articles, the people of all of them put together, and the quotations.
 * It is read from the summaries when a tab first needs it, and again when articles have been added or changed. All tabs of
 * a desk share it.
 *
 * @typedef {import("./types.js").Desk} Desk
 * @typedef {import("./summary.js").Summary} Summary
 * @typedef {import("./people/record.js").PersonRecord} PersonRecord
 * @typedef {import("./people/merge.js").People} People
 * @typedef {import("./people/merge.js").Clustering} Clustering
 * @typedef {import("./people/merge.js").Person} Person
 * @typedef {import("./people/decisions.js").Decision} Decision
 *
 * @typedef {Pick<Summary, "id"|"archiveId"|"title"|"date"|"source"|"words">} ListedArticle
 *
 * @typedef {Omit<import("./summary.js").Quotation, "chain"|"about"> & {
 *   article: ListedArticle,
 *   by: PersonRecord|null,
 *   group: string|null,
 *   about: PersonRecord[],
 * }} GatheredQuotation `by` is the speaker if it is a person; `group` is the name of any other speaker, such as a company
 *
 * @typedef {Object} Gathered
 * @property {ListedArticle[]} articles
 * @property {Map<number, ListedArticle>} byId
 * @property {PersonRecord[]} records
 * @property {GatheredQuotation[]} quotations
 * @property {People} people
 * @property {readonly Decision[]} decisions
 *
 * @typedef {Object} Viewer a tab
 * @property {() => boolean} isShown
 * @property {(gathered: Gathered) => void} show
 * @property {(error: unknown) => void} fail
 */

import { runInSlices } from "../scheduling.js";
import { readDecisions } from "./people/decisions.js";
import { clustered, peopleOf } from "./people/merge.js";
import { recordsOf, SharedNames } from "./people/record.js";

/** The key of the decisions among the notes. */
const DECISIONS = "people.decisions";
/** While articles are being annotated, the tabs are not at work for more than one part in so many. */
const SHARE = 5;
const PAUSE = 3000;

/** @type {WeakMap<Desk, Gathering>} */
const known = new WeakMap();

/** @typedef {ReturnType<typeof createGathering>} Gathering */

/** @param {Desk} desk @returns {Gathering} */
export function gatheringOf(desk) {
  const found = known.get(desk) ?? createGathering(desk);
  known.set(desk, found);
  return found;
}

/** @param {Desk} desk */
function createGathering(desk) {
  /** @type {Set<Viewer>} */
  const viewers = new Set();
  /** @type {Gathered|null} */
  let gathered = null;
  /** @type {Clustering|null} */
  let clustering = null;
  /** @type {Promise<void>|null} */
  let reading = null;
  let isStale = true;
  let cost = 0;
  /** @type {ReturnType<typeof setTimeout>|null} */
  let timer = null;
  const abort = new AbortController();
  const unsubscribe = desk.subscribe(() => {
    isStale = true;
    later();
  });
  const isWanted = () => [...viewers].some((viewer) => viewer.isShown());

  /** Reads again after a while, if a tab is on display. */
  function later() {
    if (timer || reading || !isWanted()) return;
    timer = setTimeout(
      () => {
        timer = null;
        read();
      },
      Math.max(PAUSE, SHARE * cost),
    );
  }

  function read() {
    reading ??= readAll()
      .catch((error) => {
        isStale = true;
        for (const viewer of viewers) viewer.fail(error);
      })
      .finally(() => {
        reading = null;
        if (isStale && gathered) later();
      });
  }

  async function readAll() {
    const start = performance.now();
    isStale = false;
    const shared = new SharedNames();
    /** @type {Omit<Gathered, "people"|"decisions">} */
    const found = { articles: [], byId: new Map(), records: [], quotations: [] };
    for await (const summary of desk.summaries(abort.signal)) add(found, summary, shared);
    if (abort.signal.aborted) return;
    const decisions = gathered?.decisions ?? readDecisions(await desk.notes.get(DECISIONS));
    clustering = await sliced(clustered(found.records, shared.articles, found.articles.length));
    gathered = { ...found, decisions, people: await sliced(peopleOf(clustering, decisions)) };
    cost = performance.now() - start;
    tell();
  }

  function tell() {
    if (gathered) for (const viewer of viewers) viewer.show(gathered);
  }

  /** @param {readonly Decision[]} decisions */
  async function decide(decisions) {
    await reading;
    if (!gathered || !clustering) return;
    gathered = { ...gathered, decisions, people: await sliced(peopleOf(clustering, decisions)) };
    tell();
    await desk.notes.set(DECISIONS, decisions);
  }

  function close() {
    abort.abort();
    unsubscribe();
    if (timer) clearTimeout(timer);
    known.delete(desk);
  }

  const gathering = {
    /**
     * Shows a tab what there is, and again whenever it changes.
     * @param {Viewer} viewer
     */
    add(viewer) {
      viewers.add(viewer);
      if (gathered) viewer.show(gathered);
      if (isStale) read();
    },

    /** What there is once everything has been read. @returns {Promise<Gathered>} */
    latest() {
      return new Promise((resolve, reject) => {
        // What is there already may be out of date.
        let isOld = isStale && gathered !== null;
        const once = {
          isShown: () => false,
          /** @param {Gathered} latest */
          show(latest) {
            if (isOld) {
              isOld = false;
              return;
            }
            resolve(latest);
            // Not while all viewers are being told.
            queueMicrotask(() => gathering.remove(once));
          },
          /** @param {unknown} error */
          fail(error) {
            reject(error);
            queueMicrotask(() => gathering.remove(once));
          },
        };
        gathering.add(once);
      });
    },

    /** Reads what has changed while no tab was on display. */
    refresh() {
      if (isStale && !timer) read();
    },

    /** @param {Viewer} viewer */
    remove(viewer) {
      viewers.delete(viewer);
      if (viewers.size === 0) close();
    },

    /** @param {Decision} decision */
    decide: (decision) => decide([...(gathered?.decisions ?? []), decision]),

    /** Takes the last decision back. */
    undo: () => decide((gathered?.decisions ?? []).slice(0, -1)),
  };
  return gathering;
}

/**
 * @param {Omit<Gathered, "people"|"decisions">} gathered
 * @param {Summary} summary
 * @param {SharedNames} shared
 */
function add(gathered, summary, shared) {
  const { id, archiveId, title, date, source, words, names, quotations } = summary;
  const article = { id, archiveId, title, date, source, words };
  gathered.articles.push(article);
  gathered.byId.set(id, article);
  const records = recordsOf(summary, shared);
  for (const record of records) gathered.records.push(record);
  /** @type {Map<number|null, PersonRecord>} */
  const byChain = new Map(records.map((record) => [record.chain, record]));
  /** @type {Map<number|null, string>} */
  const groups = new Map(names.map(({ chain, name }) => [chain, name]));
  for (const { chain, about, ...quotation } of quotations) {
    const named = about.map((one) => byChain.get(one)).filter((record) => record !== undefined);
    const [by, group] = [byChain.get(chain) ?? null, groups.get(chain) ?? null];
    gathered.quotations.push({ ...quotation, article, by, group, about: named });
  }
}

/**
 * Runs long work in short steps.
 * @template T
 * @param {Generator<number, T>} work
 * @returns {Promise<T>}
 */
export async function sliced(work) {
  /** @type {T|undefined} */
  let result;
  function* steps() {
    result = yield* work;
  }
  await runInSlices(steps(), 1).over;
  return /** @type {T} */ (result);
}
