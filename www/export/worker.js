/**
 * The export worker: loads the WebAssembly module once, then makes a file from an article or a document from
 * annotations, on request.
 *
 * @typedef {{format: string, file: object}} ExportRequest
 * @typedef {{annotations: string, text: string}} ImportRequest
 */

import { wellFormedJson } from "../document/well-formed.js";
import { exportAs, importAnnotations, initSync } from "../engine/export.js";
import { answerRequests } from "../worker/answers.js";

answerRequests(initSync, (/** @type {ExportRequest|ImportRequest} */ request) => {
  if (!("format" in request))
    return { answer: JSON.parse(importAnnotations(request.text.toWellFormed(), request.annotations)) };
  const { name, type, bytes } = exportAs(request.format, wellFormedJson(request.file));
  return { answer: { name, type, bytes }, transfer: [bytes.buffer] };
});
