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
 * @typedef {Exclude<import("./answer.js").Reply, {share: number}>} Answer what ends the work on a text
 *
 * @typedef {Object} Listener
 * @property {(reply: import("./answer.js").Reply) => void} reply
 * @property {(error: Error) => void} broken
 */

import { onAbort } from "./cancel.js";
import { checkOptions, mustBeText } from "./check.js";
import { foundBy } from "./origin.js";

/**
 * @param {() => Promise<import("./engine.js").Engine>} loadEngine
 * @param {(listener: Listener) => Port} startWorker
 * @returns {import("./index.js").Annotator}
 */
export function createClient(loadEngine, startWorker) {
  /** Why it is closed, if it is. @type {Error|null} */
  let closed = null;
  /** What to do about the unfinished work when it is closed. @type {Set<(error: Error) => void>} */
  const unfinished = new Set();
  /** @type {Port|null} */
  let port = null;
  /** The promise of the worker's current reply. @type {Listener|null} */
  let listener = null;
  /** Settled when the last text in the queue has had its turn. @type {Promise<void>} */
  let last = Promise.resolve();

  /**
   * A signal for one piece of work: it is aborted by the caller's signal, and when the annotator is closed.
   * @template T
   * @param {import("./index.js").Signal|undefined} own
   * @param {(signal: AbortSignal) => Promise<T>} work
   */
  async function cancellable(own, work) {
    if (closed) throw closed;
    own?.throwIfAborted();
    const controller = new AbortController();
    const close = (/** @type {Error} */ error) => controller.abort(error);
    const done = own && onAbort(own, () => controller.abort(own.reason));
    unfinished.add(close);
    try {
      return await work(controller.signal);
    } finally {
      done?.();
      unfinished.delete(close);
    }
  }

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
   * @param {(share: number) => void} [onProgress]
   */
  async function ask(message, signal, onProgress) {
    port ??= open();
    const asked = port;
    /** @type {Promise<Answer>} */
    const reply = new Promise((resolve, reject) => {
      listener = {
        reply: (reply) => ("share" in reply ? onProgress?.(reply.share) : resolve(reply)),
        broken: reject,
      };
    });
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
    ready: () => cancellable(undefined, (signal) => inTurn(signal, () => start(signal))),

    async annotate(text, options = {}) {
      mustBeText(text, "the text to annotate");
      checkOptions(options);
      const { signal: own, date, onProgress } = options;
      return cancellable(own, (signal) =>
        inTurn(signal, async () => {
          await start(signal);
          const request = { text, ...(date === undefined ? {} : { date }), ...(onProgress ? { progress: true } : {}) };
          const { document, model } = await ask(request, signal, onProgress);
          return foundBy(model, /** @type {import("./document.js").NewsDocument} */ (document));
        }),
      );
    },

    close() {
      closed ??= new Error("the annotator is closed");
      for (const close of unfinished) close(closed);
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
