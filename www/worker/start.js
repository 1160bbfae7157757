/**
 * Starts workers, in the hosted form from their addresses, in the one-file form from what the build put
 * into the page (scripts/assemble.mjs). A worker's first messages have the files that it needs, or say
 * where they are.
 */

import { scriptAddress } from "../trusted.js";
import { embedded, sendPieces } from "./embedded.js";

/** @typedef {import("./source.js").Source} Source */

const WASM = "engine/newsmark_bg.wasm";
const MODEL = "engine/newsmark.model";

/** The annotator. */
export function startWorker() {
  const worker = start("worker", "worker/worker.js");
  if (embedded("worker") !== null) {
    worker.postMessage({ wasm: { pieces: "wasm" } });
    worker.postMessage({ model: { pieces: "model" } });
    sendPieces(worker, ["wasm", "model"]);
  } else {
    const model = fetchModel();
    compileEngine().then(async (wasm) => {
      worker.postMessage({ wasm });
      const sourceOf = await model;
      worker.postMessage({ model: sourceOf }, "bytes" in sourceOf ? [sourceOf.bytes] : []);
    });
  }
  return worker;
}

/** The exports. */
export function startExporter() {
  const worker = start("exporter", "export/worker.js");
  worker.postMessage({ exports: sourceOf("exports", "engine/export_bg.wasm") });
  return worker;
}

/** The licences of what others have written of this page. */
export const licences = () => sourceOf("licences", "licences.txt");

/**
 * @param {string} name by which the build embeds it
 * @param {string} script
 */
function start(name, script) {
  const code = embedded(name) ?? workerProgram(address(script));
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(scriptAddress(url));
  URL.revokeObjectURL(url);
  return worker;
}

/**
 * A worker at an address stands under whatever policy its server sends, mostly none; one whose program the
 * page has made stands under the page's own. So what knows the text can connect to nowhere else either.
 * @param {string} script its address
 */
const workerProgram = (script) => `
  const policy = self.trustedTypes?.createPolicy("newsmark", { createScriptURL: (address) => address });
  importScripts(policy?.createScriptURL(${JSON.stringify(script)}) ?? ${JSON.stringify(script)});
`;

/** One module for all workers: the code that one of them has made fast is fast in the next. @type {Promise<WebAssembly.Module>|null} */
let module = null;

/**
 * The engine, compiled here while its worker starts: index.html has asked for its files long before a
 * worker could. What goes wrong, the worker finds out again, and says it.
 * @returns {Promise<WebAssembly.Module|Source>}
 */
async function compileEngine() {
  try {
    module ??= WebAssembly.compileStreaming(fetch(address(WASM)));
    return await module;
  } catch {
    module = null;
    return { url: address(WASM) };
  }
}

/** @returns {Promise<Source>} */
async function fetchModel() {
  const url = address(MODEL);
  try {
    const response = await fetch(url);
    return response.ok ? { bytes: await response.arrayBuffer() } : { url };
  } catch {
    return { url };
  }
}

/** @param {string} name */
const address = (name) => new URL(name, document.baseURI).href;

/**
 * @param {string} name by which the build embeds it
 * @param {string} file
 * @returns {Source}
 */
function sourceOf(name, file) {
  const text = embedded(name);
  return text === null ? { url: address(file) } : { packed: text };
}
