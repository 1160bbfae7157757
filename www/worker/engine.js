/**
 * What every annotation worker does: it loads the engine's two files in the way the page tells it, then hands over to
 * Rust, which answers all later messages (crates/wasm/src/worker.rs).
 */

import { initSync, serve, warmUp } from "../engine/newsmark.js";
import { bytes, receivePiece } from "./source.js";

/**
 * @typedef {import("./source.js").Source} Source
 * @typedef {import("./errors.js").Failure} Failure
 * @typedef {import("./client.js").Answer} Answer
 */

/** The smallest module that contains a SIMD instruction. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];

/** The engine cannot be used here. */
class Unusable extends Error {
  /** @param {Failure} failure */
  constructor(failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** @type {Promise<void>} */
let engine;

/**
 * Loads the engine and serves it.
 * @param {(answer: Answer & {id: number}, post: (message: unknown) => void) => void} send sends an answer to the page
 */
export function serveEngine(send) {
  const post = self.postMessage.bind(self);
  self.postMessage = (/** @type {any} */ message) => (message.document ? send(message, post) : post(message));
  self.onmessage = async ({ data }) => {
    if ("piece" in data) return receivePiece(data);
    if ("wasm" in data) {
      engine = startEngine(data.wasm);
      // Problems are reported when the model has arrived.
      return engine.catch(() => {});
    }
    const failure = await loadModel(data.model);
    if (failure) self.postMessage({ failed: failure });
  };
}

/**
 * Starts the engine, so that the browser compiles it while the model is still being loaded.
 * @param {WebAssembly.Module|Source} wasm
 */
async function startEngine(wasm) {
  if (typeof WebAssembly !== "object") throw new Unusable({ kind: "off", detail: "" });
  if (!WebAssembly.validate(new Uint8Array(SIMD))) throw new Unusable({ kind: "old", detail: "" });
  try {
    new WebAssembly.Module(new Uint8Array(SIMD));
  } catch {
    throw new Unusable({ kind: "forbidden", detail: "" });
  }
  const module = wasm instanceof WebAssembly.Module ? wasm : await bytes(wasm);
  try {
    initSync({ module });
    warmUp();
  } catch (error) {
    throw new Unusable({ kind: "engine", detail: message(error) });
  }
}

/**
 * @param {Source} source
 * @returns {Promise<Failure|null>}
 */
async function loadModel(source) {
  let model;
  try {
    [, model] = await Promise.all([engine, bytes(source)]);
  } catch (error) {
    if (error instanceof Unusable) return error.failure;
    if ("pieces" in source) return { kind: "copy", detail: "" };
    // A request without a response rejects with a TypeError, with a different message in every browser.
    return error instanceof TypeError ? { kind: "offline", detail: "" } : { kind: "missing", detail: message(error) };
  }
  try {
    serve(new Uint8Array(model));
  } catch (error) {
    return { kind: "model", detail: message(error) };
  }
  return null;
}

/** @param {unknown} error */
const message = (error) => (error instanceof Error ? error.message : String(error));
