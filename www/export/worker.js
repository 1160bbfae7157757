/**
 * The export worker: loads the WebAssembly module once, then makes a file from an article or a document from
 * annotations, on request.
 *
 * @typedef {import("../worker/source.js").Source} Source
 * @typedef {{id: number, format: string, file: object}} ExportRequest
 * @typedef {{id: number, annotations: string, text: string}} ImportRequest
 */

import { exportAs, importAnnotations, initSync } from "../engine/export.js";
import { bytes } from "../worker/source.js";

/** @type {Promise<void>} */
let ready;

self.onmessage = ({ data }) => {
  if (data.exports) ready = load(data.exports);
  else answer(data);
};

/** @param {Source} source */
async function load(source) {
  initSync({ module: await bytes(source) });
}

/** @param {ExportRequest|ImportRequest} request */
async function answer(request) {
  const { id } = request;
  try {
    await ready;
    if ("format" in request) {
      const { name, type, bytes } = exportAs(request.format, wellFormed(request.file));
      self.postMessage({ id, answer: { name, type, bytes } }, { transfer: [bytes.buffer] });
    } else {
      self.postMessage({ id, answer: JSON.parse(importAnnotations(request.text.toWellFormed(), request.annotations)) });
    }
  } catch (error) {
    self.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * JSON with well-formed strings: half of a surrogate pair, which no file can contain, becomes U+FFFD. Both are one
 * UTF-16 unit, so all offsets stay correct.
 * @param {object} value
 */
const wellFormed = (value) =>
  JSON.stringify(value, (_, part) => (typeof part === "string" ? part.toWellFormed() : part));
