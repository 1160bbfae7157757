/**
 * Starts workers: in the hosted form from their addresses, in the one-file form from what the build embedded in the
 * page (scripts/assemble.mjs). A worker's first messages contain the files that it needs, or their addresses.
 */

import { scriptAddress } from "../trusted.js";
import { embedded, sendPieces } from "./embedded.js";

/** @typedef {import("./source.js").Source} Source */

const WASM = "engine/newsmark_bg.wasm";
const MODEL = "engine/newsmark.model";

/** Starts the annotation worker. */
export const startWorker = () => startAnnotator("worker", "worker/worker.js");

/** Starts a worker that annotates the articles of a collection. */
export const startDeskAnnotator = () => startAnnotator("desk-annotator", "desk/run/worker.js");

/** Starts the worker that takes articles out of archives and tables. */
export const startDeskCollector = () => start("desk-collector", "desk/collect/worker.js");

/**
 * Starts a worker with the engine and the model.
 * @param {string} name
 * @param {string} script
 */
function startAnnotator(name, script) {
  const worker = start(name, script);
  if (embedded(name) !== null) {
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

/** Starts the export worker. */
export const startExporter = () =>
  startWithModule("exporter", "export/worker.js", sourceOf("exports", "engine/export_bg.wasm"));

/** Starts the worker that takes articles out of web pages. */
export const startExtractor = () =>
  startWithModule("extractor", "import/extract-worker.js", sourceOf("extract", "engine/extract_bg.wasm"));

/** Starts the worker that reads word processor files, mails and subtitles. */
export const startDocumentReader = () =>
  startWithModule("document-reader", "import/document-worker.js", sourceOf("documents", "engine/documents_bg.wasm"));

/** Starts the worker that links places. */
export const startGazetteer = () =>
  startWithModule("gazetteer", "places/worker.js", sourceOf("places", "engine/places_bg.wasm"));

/** Starts the worker that searches the articles of a collection. */
export const startDeskSearch = () => start("desk-search", "desk/search/worker.js");

/** The module that applies corrections. */
export const corrections = () => sourceOf("corrections", "engine/corrections_bg.wasm");

/** The licences of the third-party components. */
export const licences = () => sourceOf("licences", "licences.txt");

/**
 * @param {string} name under which the build embeds it
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
 * Starts a worker that answers requests with one WebAssembly module (answers.js).
 * @param {string} name
 * @param {string} script
 * @param {Source} module
 */
function startWithModule(name, script, module) {
  const worker = start(name, script);
  worker.postMessage({ module });
  return worker;
}

/**
 * A worker loaded from an address gets the content security policy that the server sends for it, usually none. A worker
 * whose program the page creates inherits the page's policy. So the code that sees the text cannot connect anywhere
 * else either.
 * @param {string} script its address
 */
const workerProgram = (script) => `
  const policy = self.trustedTypes?.createPolicy("newsmark", { createScriptURL: (address) => address });
  importScripts(policy?.createScriptURL(${JSON.stringify(script)}) ?? ${JSON.stringify(script)});
`;

/**
 * One module for all workers: code that the browser has optimised in one worker is fast in the next.
 * @type {Promise<WebAssembly.Module>|null}
 */
let module = null;

/**
 * Compiles the engine here while its worker starts, since index.html preloads the files long before a worker could
 * request them. The worker will find and report any problem.
 * @returns {Promise<WebAssembly.Module|Source>}
 */
async function compileEngine() {
  try {
    module ??= WebAssembly.compileStreaming(fetchPreloaded(address(WASM)));
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
    const response = await fetchPreloaded(url);
    return response.ok ? { bytes: await response.arrayBuffer() } : { url };
  } catch {
    return { url };
  }
}

/**
 * Fetches a file that index.html preloads. Only with this mode does WebKit take what it has preloaded; otherwise it
 * downloads the file twice. The files are from the page's own server, so their bytes can be read.
 * @param {string} url
 */
const fetchPreloaded = (url) => fetch(url, { mode: "no-cors", credentials: "include" });

/** @param {string} name */
const address = (name) => new URL(name, document.baseURI).href;

/**
 * @param {string} name under which the build embeds it
 * @param {string} file
 * @returns {Source}
 */
function sourceOf(name, file) {
  const text = embedded(name);
  return text === null ? { url: address(file) } : { packed: text };
}
