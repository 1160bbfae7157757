/**
 * The page's side of the search worker, which is started for the first search. It then gets the texts of all articles, and
 * again when some have changed.
 *
 * @typedef {import("../types.js").Desk} Desk
 * @typedef {import("./concordance.js").Concordance} Concordance
 */

import { createRequests } from "../../worker/requests.js";

/** How many texts are sent at a time. */
const BATCH = 200;
/** While articles are being annotated, the texts are not read again more often than this, in milliseconds. */
const PAUSE = 10_000;

/**
 * @param {Desk} desk
 * @param {() => Worker} start
 */
export function createSearch(desk, start) {
  const abort = new AbortController();
  /** @type {Worker|null} */
  let worker = null;
  const ask = createRequests(() => {
    worker = start();
    return worker;
  }, "the search could not be loaded; check the connection");
  /** @type {Promise<void>|null} */
  let reading = null;
  let isStale = false;
  let read = 0;
  const unsubscribe = desk.subscribe(() => {
    isStale = true;
  });

  /** @param {(count: number) => void} progress */
  async function readTexts(progress) {
    isStale = false;
    /** @type {{id: number, text: string}[]} */
    let batch = [];
    for await (const article of desk.texts(abort.signal)) {
      batch.push(article);
      if (batch.length < BATCH) continue;
      progress(await ask({ add: batch }));
      batch = [];
    }
    await ask({ add: batch });
    read = performance.now();
  }

  return {
    /**
     * @param {string} typed
     * @param {number} most the greatest number of lines
     * @param {(count: number) => void} progress told how many articles have been read, the first time
     * @returns {Promise<Concordance>}
     */
    async find(typed, most, progress) {
      if (isStale && performance.now() - read > PAUSE) reading = null;
      reading ??= readTexts(progress);
      try {
        await reading;
      } catch (error) {
        reading = null;
        throw error;
      }
      return ask({ typed, most });
    },

    close() {
      abort.abort();
      unsubscribe();
      worker?.terminate();
    },
  };
}
