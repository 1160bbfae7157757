/**
 * The worker that takes articles out of web pages. It parses a page itself: nothing in the page is run or fetched, and the
 * page's styles cannot violate the policy of this one.
 *
 * @typedef {import("../worker/source.js").Source} Source
 * @typedef {{id: number, from: "page"|"fragment"|"plain", input: string}} Request
 */

import { extractFragment, extractPage, extractPlain, initSync } from "../engine/extract.js";
import { bytes } from "../worker/source.js";

const EXTRACT = { page: extractPage, fragment: extractFragment, plain: extractPlain };

/** @type {Promise<void>} */
let ready;

self.onmessage = ({ data }) => {
  if (data.extract) ready = load(data.extract);
  else answer(data);
};

/** @param {Source} source */
async function load(source) {
  initSync({ module: await bytes(source) });
}

/** @param {Request} request */
async function answer({ id, from, input }) {
  try {
    await ready;
    self.postMessage({ id, answer: JSON.parse(EXTRACT[from](input.toWellFormed())) });
  } catch (error) {
    self.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}
