/**
 * The page's side of the annotation worker: returns a promise for every text, and restarts the worker after a
 * cancellation or a crash.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Metadata} Metadata
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

/** The work was cancelled, which is not an error. */
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
    // Those who wait for it see the error; nobody else needs to.
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

  /** Starts the worker if necessary; resolves when it can take a text. */
  function whenReady() {
    if (!worker) connect();
    return ready;
  }

  /**
   * @param {string} text
   * @param {Metadata} metadata
   * @param {(share: number) => void} progress
   * @param {Promise<void>} [when]
   * @returns {Promise<Answer>}
   */
  async function ask(text, metadata, progress, when) {
    const id = ++lastId;
    /** @type {Promise<Answer>} */
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject, progress }));
    answer.catch(() => {});
    const free = whenReady();
    // The caller may still have synchronous work to do, which a ready worker need not wait for.
    if (!isReady) await free;
    if (when) await when;
    // It may have been cancelled in the meantime.
    if (waiting.has(id)) worker?.postMessage({ id, text, metadata });
    return answer;
  }

  return {
    ready: whenReady,

    /**
     * Annotates a text. If the worker crashes, a new one tries once more.
     * @param {string} text
     * @param {Metadata} [metadata] what is known about the article beside its text
     * @param {(share: number) => void} [progress] called now and then with the share that is done, from 0 to 1
     * @param {Promise<void>} [when] the worker gets the text only afterwards; until then it can still be cancelled
     * @returns {Promise<Answer>}
     */
    async annotate(text, metadata = {}, progress = () => {}, when) {
      try {
        return await ask(text, metadata, progress, when);
      } catch (error) {
        if (!(error instanceof WorkerCrash)) throw error;
        return ask(text, metadata, progress);
      }
    },

    /** Cancels all work. A busy worker cannot receive messages, so it is terminated. */
    cancel() {
      disconnect(new Cancelled());
      connect();
    },

    /** Cancels all work. The next text starts a worker again. */
    close() {
      disconnect(new Cancelled());
    },
  };
}

/** @typedef {ReturnType<typeof createClient>} Client */
