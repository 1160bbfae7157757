/**
 * The worker that reads word processor files, mails and subtitles.
 *
 * @typedef {import("../worker/source.js").Source} Source
 * @typedef {{id: number, name: string, bytes: Uint8Array}} Request
 */

import { initSync, readDocument } from "../engine/documents.js";
import { bytes } from "../worker/source.js";

/** @type {Promise<void>} */
let ready;

self.onmessage = ({ data }) => {
  if (data.documents) ready = load(data.documents);
  else answer(data);
};

/** @param {Source} source */
async function load(source) {
  initSync({ module: await bytes(source) });
}

/** @param {Request} request */
async function answer({ id, name, bytes }) {
  try {
    await ready;
    self.postMessage({ id, answer: JSON.parse(readDocument(name, bytes)) });
  } catch (error) {
    self.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}
