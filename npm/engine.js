/**
 * The engine: compiled code and the model's bytes. Both can be sent to workers, so they are loaded and compiled only
 * once. Where the environment allows it, all workers read the same bytes.
 *
 * @typedef {{module: WebAssembly.Module, model: Uint8Array}} Engine
 * @typedef {import("./index.js").EngineFiles} EngineFiles
 */

import { mustBeObject } from "./check.js";
import { bytesIn, bytesOf, compiled } from "./files.js";

/**
 * @param {Required<EngineFiles>} own the package's files
 * @param {EngineFiles} files the caller's
 * @param {import("./files.js").Read} read
 * @returns {Promise<Engine>}
 */
export async function loadEngine(own, files, read) {
  mustBeObject(files, "the files");
  const [module, model] = await Promise.all([
    compiled(files.wasm ?? own.wasm, "engine", read),
    bytesOf(files.model ?? own.model, "model", read),
  ]);
  return { module, model: bytesIn(model) };
}

/**
 * The same engine for several workers.
 * @param {Engine} engine
 * @returns {Engine}
 */
export function shared({ module, model }) {
  // In a browser only pages with cross-origin isolation have it.
  if (typeof SharedArrayBuffer === "undefined" || model.buffer instanceof SharedArrayBuffer) return { module, model };
  const common = new Uint8Array(new SharedArrayBuffer(model.length));
  common.set(model);
  return { module, model: common };
}
