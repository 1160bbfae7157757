/**
 * Annotates the waiting articles of a collection with several workers. What they find is stored in batches.
 *
 * @typedef {import("../store/articles.js").Articles} Articles
 * @typedef {import("../store/articles.js").Annotated} Annotated
 * @typedef {import("../store/database.js").Row} Row
 * @typedef {import("../rows.js").Rows} Rows
 * @typedef {import("../store/database.js").TextRecord & {id: number}} Task
 * @typedef {{id: number, annotated: Annotated|null}} Result
 *
 * @typedef {Object} Told
 * @property {(rows: Row[], words: number) => void} stored called when results have been stored
 * @property {() => void} finished called when nothing is waiting any more, or after a pause
 * @property {(error: unknown) => void} stopped called when the work cannot go on
 */

import { Cancelled, createClient, WorkerCrash } from "../../worker/client.js";

/** One core is left for the page. */
const WORKERS = Math.min(8, Math.max(1, (navigator.hardwareConcurrency ?? 2) - 1));

/** A worker has the next text before it has sent the answer to the last. */
const TEXTS_PER_WORKER = 2;

/** How many texts are read at once, and how many results are stored at once. */
const READ_AHEAD = 16;
const BATCH = 24;
/** How long a result waits to be stored, in milliseconds, and how many results may wait. */
const PATIENCE = 250;
const MOST_WAITING = 96;

/**
 * @param {Articles} articles
 * @param {Rows} rows
 * @param {() => Worker} start
 * @param {Told} told
 */
export function createRunner(articles, rows, start, told) {
  const clients = Array.from({ length: WORKERS }, () => createClient(start));
  let isRunning = false;
  let isPaused = false;
  /** Counts the runs: what belongs to an earlier one is dropped. */
  let run = 0;
  let lanes = 0;
  /** @type {Task[]} */
  let ahead = [];
  /** @type {Promise<void>|null} */
  let reading = null;
  /** @type {Result[]} */
  let results = [];
  /** @type {Promise<void>} */
  let storing = Promise.resolve();
  let timer = 0;
  /** Texts with which a worker crashed, perhaps because of the other text that it had. @type {Task[]} */
  let suspects = [];

  function begin() {
    isPaused = false;
    if (isRunning) return;
    isRunning = true;
    const mine = ++run;
    lanes = WORKERS * TEXTS_PER_WORKER;
    for (const client of clients) for (let i = 0; i < TEXTS_PER_WORKER; i++) lane(client, mine);
  }

  /** @param {import("../../worker/client.js").Client} client @param {number} mine */
  async function lane(client, mine) {
    try {
      for (;;) {
        const task = await next();
        if (mine !== run) return task && rows.giveBack([task.id]);
        if (!task) break;
        try {
          const annotated = await annotate(client, task);
          if (mine !== run) return rows.giveBack([task.id]);
          await deliver({ id: task.id, annotated });
        } catch (error) {
          if (!(error instanceof WorkerCrash)) {
            rows.giveBack([task.id]);
            throw error;
          }
          suspects.push(task);
        }
      }
      if (--lanes > 0) return;
      await retrySuspects(mine);
      while (results.length > 0) await flush();
      if (mine !== run) return;
      isRunning = false;
      rows.giveBack(ahead.splice(0).map(({ id }) => id));
      told.finished();
    } catch (error) {
      if (mine !== run || error instanceof Cancelled) return;
      stop();
      told.stopped(error);
    }
  }

  /** One by one, so that it is clear which text it was. @param {number} mine */
  async function retrySuspects(mine) {
    for (const task of suspects.splice(0)) {
      if (mine !== run) return rows.giveBack([task.id]);
      const annotated = await annotate(clients[0], task).catch((error) => {
        if (error instanceof WorkerCrash) return null;
        throw error;
      });
      await deliver({ id: task.id, annotated });
    }
  }

  /** @returns {Promise<Task|undefined>} */
  async function next() {
    if (isPaused) return;
    if (ahead.length < READ_AHEAD / 2) reading ??= readAhead().finally(() => (reading = null));
    if (ahead.length === 0) await reading;
    return ahead.shift();
  }

  async function readAhead() {
    const ids = rows.take(READ_AHEAD);
    if (ids.length === 0) return;
    const texts = await articles.texts(ids);
    // One that is missing was deleted in another tab.
    ahead.push(...texts.flatMap((text, at) => (text ? [{ ...text, id: ids[at] }] : [])));
  }

  /**
   * @param {import("../../worker/client.js").Client} client
   * @param {Task} task
   * @returns {Promise<Annotated>}
   */
  async function annotate(client, { text, metadata }) {
    const answer = /** @type {any} */ (await client.annotate(text, metadata));
    return { found: { found: answer.document, model: answer.model }, summary: answer.summary };
  }

  /** @param {Result} result */
  async function deliver(result) {
    results.push(result);
    if (results.length >= BATCH) flush();
    else if (timer === 0) timer = setTimeout(flush, PATIENCE);
    if (results.length >= MOST_WAITING) await storing;
  }

  /** Stores the results, after those that are being stored. */
  function flush() {
    clearTimeout(timer);
    timer = 0;
    storing = storing.then(async () => {
      const batch = results.splice(0, BATCH);
      if (batch.length === 0) return;
      try {
        const stored = await articles.annotated(batch);
        told.stored(
          stored,
          batch.reduce((sum, { annotated }) => sum + (annotated?.summary.words ?? 0), 0),
        );
        if (results.length > 0) flush();
      } catch (error) {
        rows.giveBack(batch.map(({ id }) => id));
        if (!isRunning) return;
        stop();
        told.stopped(error);
      }
    });
    return storing;
  }

  /** Stops at once. What is not stored yet will be annotated again. */
  function stop() {
    run++;
    isRunning = false;
    clearTimeout(timer);
    timer = 0;
    rows.giveBack([...ahead, ...suspects, ...results].map(({ id }) => id));
    [ahead, suspects, results] = [[], [], []];
    for (const client of clients) client.close();
  }

  return {
    /** Begins, or goes on. */
    begin,
    /** Lets the workers finish the texts that they have. */
    pause() {
      isPaused = true;
    },
    stop,
    /** Frees the memory of the workers. They start again when they are needed. */
    rest() {
      if (!isRunning) for (const client of clients) client.close();
    },
    isRunning: () => isRunning,
  };
}
