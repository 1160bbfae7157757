/**
 * The page's side of a worker that answers requests. The worker is started on first use.
 *
 * @typedef {{resolve: (answer: any) => void, reject: (error: Error) => void}} Waiting
 */

/**
 * @param {() => Worker} start
 * @param {string} unavailable what to say if the worker cannot be started
 * @returns {(request: object) => Promise<any>}
 */
export function createRequests(start, unavailable) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  let lastId = 0;
  /** @type {Worker|null} */
  let worker = null;

  function connect() {
    const started = start();
    started.onmessage = ({ data: { id, answer, failed } }) => {
      const { resolve, reject } = /** @type {Waiting} */ (waiting.get(id));
      waiting.delete(id);
      if (failed === undefined) return resolve(answer);
      reject(new Error(failed));
      // A module that has crashed or could not be loaded is loaded again next time.
      disconnect(failed);
    };
    started.onerror = (event) => {
      event.preventDefault();
      disconnect(event.message || unavailable);
    };
    return started;
  }

  /** @param {string} reason */
  function disconnect(reason) {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  }

  return (request) => {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker ??= connect();
      worker.postMessage({ id, ...request });
    });
  };
}
