/**
 * The page's side of the export worker, which is started on first use.
 *
 * @typedef {{name: string, type: string, bytes: Uint8Array<ArrayBuffer>}} ExportedFile
 * @typedef {{document: import("../document/types.js").NewsDocument, unplaced: number, unknown: number}} Imported
 * @typedef {{resolve: (answer: any) => void, reject: (error: Error) => void}} Waiting
 */

/** @param {() => Worker} start */
export function createExporter(start) {
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
      disconnect(event.message || "the export module could not be loaded");
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

  /** @param {object} request */
  function ask(request) {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker ??= connect();
      worker.postMessage({ id, ...request });
    });
  }

  return {
    /** @type {(format: string, file: object) => Promise<ExportedFile>} */
    exportAs: (format, file) => ask({ format, file }),
    /** @type {(text: string, annotations: string) => Promise<Imported>} */
    importAnnotations: (text, annotations) => ask({ text, annotations }),
  };
}

/** @typedef {ReturnType<typeof createExporter>} Exporter */
