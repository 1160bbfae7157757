/**
 * The page's side of the export worker, which is started on first use.
 *
 * @typedef {{name: string, type: string, bytes: Uint8Array<ArrayBuffer>}} ExportedFile
 * @typedef {{document: import("../document/types.js").NewsDocument, unplaced: number, unknown: number}} Imported
 */

import { createRequests } from "../worker/requests.js";

/** @param {() => Worker} start */
export function createExporter(start) {
  const ask = createRequests(start, "the export module could not be loaded");
  return {
    /** @type {(format: string, file: object) => Promise<ExportedFile>} */
    exportAs: (format, file) => ask({ format, file }),
    /** @type {(text: string, annotations: string) => Promise<Imported>} */
    importAnnotations: (text, annotations) => ask({ text, annotations }),
  };
}

/** @typedef {ReturnType<typeof createExporter>} Exporter */
