/**
 * The page's end of the worker: a promise for every text, in a worker that is started again when it
 * was cancelled or has broken down.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("./errors.js").Failure} Failure
 * @typedef {{document: NewsDocument, milliseconds: number, model: string}} Answer
 *
 * @typedef {Object} Waiting
 * @property {(answer: Answer) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {(share: number) => void} progress
 */

import { StartError } from "./errors.js";
import { DocumentAssembler } from "./parts.js";

/** The work was called off, which is nobody's error. */
export class Cancelled extends Error {}

/** The worker stopped in the middle of its work. */
export class WorkerCrash extends Error {}

/** @param {() => Worker} start */
export function createClient(start) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  let lastId = 0;
  /** @type {Worker|null} */
  let worker = null;
  /** @type {Promise<void>} */
  let ready = Promise.resolve();
  let isReady = false;
  /** @type {(error: Error) => void} */
  let notReady = () => {};

  function connect() {
    const started = start();
    const parts = new DocumentAssembler();
    worker = started;
    isReady = false;
    ready = new Promise((resolve, reject) => {
      notReady = reject;
      started.onmessage = ({ data }) => {
        if (data.ready) {
          isReady = true;
          resolve();
        } else if (data.failed !== undefined) {
          fail(new StartError(data.failed));
        } else if (data.share !== undefined) {
          waiting.get(data.id)?.progress(data.share);
        } else if (data.records) {
          parts.add(data);
        } else {
          waiting.get(data.id)?.resolve(parts.whole(data));
          waiting.delete(data.id);
        }
      };
      started.onerror = (event) => {
        event.preventDefault();
        fail(
          isReady ? new WorkerCrash(event.message) : new StartError({ kind: "script", detail: event.message ?? "" }),
        );
      };
      /** @param {Error} error */
      function fail(error) {
        if (worker === started) disconnect(error);
      }
    });
    // Whoever waits for it is told; nobody else needs to be.
    ready.catch(() => {});
  }

  /** @param {Error} error */
  function disconnect(error) {
    worker?.terminate();
    worker = null;
    notReady(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  /** Starts the worker if there is none; resolves when it can take a text. */
  function whenReady() {
    if (!worker) connect();
    return ready;
  }

  /**
   * @param {string} text
   * @param {(share: number) => void} progress
   * @param {Promise<void>} [when]
   * @returns {Promise<Answer>}
   */
  async function ask(text, progress, when) {
    const id = ++lastId;
    /** @type {Promise<Answer>} */
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject, progress }));
    answer.catch(() => {});
    const free = whenReady();
    // Whoever asks may have more to do at once, which the worker need not wait for.
    if (!isReady) await free;
    if (when) await when;
    // It may have been called off meanwhile.
    if (waiting.has(id)) worker?.postMessage({ id, text });
    return answer;
  }

  return {
    ready: whenReady,

    /**
     * A text over which the worker breaks down is tried once more, in a new one.
     * @param {string} text
     * @param {(share: number) => void} [progress] told now and then how much is done, from 0 to 1
     * @param {Promise<void>} [when] the worker does not get the text before; until then it can be called off as ever
     * @returns {Promise<Answer>}
     */
    async annotate(text, progress = () => {}, when) {
      try {
        return await ask(text, progress, when);
      } catch (error) {
        if (!(error instanceof WorkerCrash)) throw error;
        return ask(text, progress);
      }
    },

    /** Calls off all work. The worker cannot hear while it works, so it is ended. */
    cancel() {
      disconnect(new Cancelled());
      connect();
    },
  };
}
