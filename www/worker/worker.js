/**
 * The worker: gets the engine's two files in whichever way the page says, and hands over to Rust,
 * which answers every later message (src/wasm/worker.rs).
 */

import { initSync, serve } from "../engine/newsmark.js";
import { inParts } from "./parts.js";
import { arrived, bytes } from "./source.js";

/**
 * @typedef {import("./source.js").Source} Source
 * @typedef {import("./trouble.js").Failure} Failure
 */

/** The smallest module with a SIMD instruction in it. */
const SIMD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

// Rust posts whole answers; they go on in parts.
const post = self.postMessage.bind(self);
self.postMessage = (/** @type {any} */ message) => {
  if (!message.document) return post(message);
  for (const part of inParts(message)) post(part);
};

self.onmessage = async ({ data }) => {
  if ("piece" in data) return arrived(data);
  const failure = await start(data);
  if (failure) self.postMessage({ failed: failure });
};

/**
 * @param {{wasm: WebAssembly.Module|Source, model: Source}} files
 * @returns {Promise<Failure|null>}
 */
async function start(files) {
  if (typeof WebAssembly !== "object") return { kind: "off", detail: "" };
  if (!WebAssembly.validate(new Uint8Array(SIMD))) return { kind: "old", detail: "" };
  try {
    new WebAssembly.Module(new Uint8Array(SIMD));
  } catch {
    return { kind: "forbidden", detail: "" };
  }
  let wasm, model;
  try {
    [wasm, model] = await Promise.all([compiled(files.wasm), bytes(files.model)]);
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return { kind: "engine", detail: message(error) };
    if ("pieces" in files.model) return { kind: "copy", detail: "" };
    // A request without an answer ends in a TypeError, in every browser with other words.
    return error instanceof TypeError ? { kind: "offline", detail: "" } : { kind: "missing", detail: message(error) };
  }
  try {
    initSync({ module: wasm });
  } catch (error) {
    return { kind: "engine", detail: message(error) };
  }
  try {
    serve(new Uint8Array(model));
  } catch (error) {
    return { kind: "model", detail: message(error) };
  }
  return null;
}

/** While the model is still on its way. @param {WebAssembly.Module|Source} wasm */
const compiled = async (wasm) => (wasm instanceof WebAssembly.Module ? wasm : WebAssembly.compile(await bytes(wasm)));

/** @param {unknown} error */
const message = (error) => (error instanceof Error ? error.message : String(error));
