/**
 * An annotator in a worker, seen from outside: it returns a promise for every text.
 *
 * The worker gets one text at a time; the others wait here for their turn. So a waiting text can be cancelled without
 * involving the worker. A busy worker cannot receive messages. To cancel the text that it is working on, it is
 * terminated, and the next text gets a new worker with the same engine.
 *
 * The worker is one of a browser or of Node. Node lets a program end while an unreferenced worker exists (`unref`);
 * browsers do not need this.
 * @typedef {Object} Port
 * @property {(message: import("./answer.js").Message) => void} postMessage
 * @property {() => unknown} terminate
 * @property {() => void} [ref]
 * @property {() => void} [unref]
 *
 * @typedef {Object} Listener
 * @property {(reply: import("./answer.js").Reply) => void} reply
 * @property {(error: Error) => void} broken
 */

import { foundBy } from "./origin.js";

/**
 * @param {() => Promise<import("./engine.js").Engine>} loadEngine
 * @param {(listener: Listener) => Port} startWorker
 * @returns {import("./index.js").Annotator}
 */
export function createClient(loadEngine, startWorker) {
  const closing = new AbortController();
  /** @type {Port|null} */
  let port = null;
  /** The promise of the worker's current reply. @type {Listener|null} */
  let listener = null;
  /** Settled when the last text in the queue has had its turn. @type {Promise<void>} */
  let last = Promise.resolve();

  /**
   * @template T
   * @param {AbortSignal} signal
   * @param {() => Promise<T>} work
   */
  async function inTurn(signal, work) {
    const before = last;
    /** @type {() => void} */
    let done = () => {};
    last = new Promise((resolve) => (done = resolve));
    try {
      await orCalledOff(before, signal);
      return await work();
    } finally {
      // A text that leaves the queue early does not change the order.
      before.then(done);
    }
  }

  function open() {
    const opened = startWorker({
      reply: (reply) => listener?.reply(reply),
      // The end of an old worker says nothing about its replacement.
      broken(error) {
        if (port !== opened) return;
        port = null;
        listener?.broken(error);
      },
    });
    return opened;
  }

  /**
   * Resolves with the worker's reply. If there is none, for whatever reason, this worker is no longer usable.
   * @param {import("./answer.js").Message} message
   * @param {AbortSignal} signal
   */
  async function ask(message, signal) {
    port ??= open();
    const asked = port;
    /** @type {Promise<import("./answer.js").Reply>} */
    const reply = new Promise((resolve, reject) => (listener = { reply: resolve, broken: reject }));
    try {
      asked.ref?.();
      asked.postMessage(message);
      const answer = await orCalledOff(reply, signal);
      if ("error" in answer) throw new Error(answer.error);
      return answer;
    } catch (error) {
      asked.terminate();
      if (port === asked) port = null;
      throw error;
    } finally {
      listener = null;
      asked.unref?.();
    }
  }

  /** @param {AbortSignal} signal */
  async function start(signal) {
    if (!port) await ask({ engine: await orCalledOff(loadEngine(), signal) }, signal);
  }

  return {
    ready: () => inTurn(closing.signal, () => start(closing.signal)),

    async annotate(text, { signal: own, date } = {}) {
      if (typeof text !== "string") throw new TypeError("the text to annotate must be a string");
      const signal = own ? AbortSignal.any([own, closing.signal]) : closing.signal;
      signal.throwIfAborted();
      return inTurn(signal, async () => {
        await start(signal);
        const { document, model } = await ask(date === undefined ? { text } : { text, date }, signal);
        return foundBy(model, /** @type {import("./document.js").NewsDocument} */ (document));
      });
    },

    close() {
      closing.abort(new Error("the annotator is closed"));
      port?.terminate();
      port = null;
    },
  };
}

/**
 * The promise, or the signal's reason if that comes first.
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
function orCalledOff(promise, signal) {
  return new Promise((resolve, reject) => {
    const callOff = () => reject(signal.reason);
    if (signal.aborted) callOff();
    signal.addEventListener("abort", callOff);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", callOff));
  });
}
