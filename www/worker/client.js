/**
 * The page's end of the worker: a promise for every text, in a worker that is started again when it
 * was cancelled or has broken down.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {{document: NewsDocument, milliseconds: number}} Answer
 */

/** The work was called off, which is nobody's error. */
export class Cancelled extends Error {}

/** @param {() => Worker} start */
export function createClient(start) {
  /** @type {Map<number, {resolve: (answer: Answer) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let lastId = 0;
  /** @type {Worker|null} */
  let worker = null;
  /** @type {Promise<void>} */
  let ready = Promise.resolve();
  /** @type {(error: Error) => void} */
  let notReady = () => {};

  function connect() {
    const started = start();
    worker = started;
    ready = new Promise((resolve, reject) => {
      notReady = reject;
      started.onmessage = ({ data }) => {
        if (data.ready) return resolve();
        if (data.failed !== undefined) return fail(new Error(data.failed));
        waiting.get(data.id)?.resolve(data);
        waiting.delete(data.id);
      };
      started.onerror = (event) => {
        event.preventDefault();
        fail(new Error(event.message || "the worker could not be started"));
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

  return {
    /** Starts the worker if there is none; resolves when it can take a text. */
    ready() {
      if (!worker) connect();
      return ready;
    },

    /**
     * @param {string} text
     * @returns {Promise<Answer>}
     */
    async annotate(text) {
      const id = ++lastId;
      /** @type {Promise<Answer>} */
      const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      answer.catch(() => {});
      await this.ready();
      worker?.postMessage({ id, text });
      return answer;
    },

    /** Calls off all work. The worker cannot hear while it works, so it is ended. */
    cancel() {
      disconnect(new Cancelled());
      connect();
    },
  };
}
