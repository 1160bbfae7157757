/**
 * The engine: compiled code and the model's bytes. Both can be sent to workers, so they are loaded and compiled only
 * once.
 *
 * @typedef {{module: WebAssembly.Module, model: Uint8Array}} Engine
 * @typedef {import("./index.js").EngineFiles} EngineFiles
 */

/**
 * @param {Required<EngineFiles>} files
 * @param {(address: string | URL) => Promise<BufferSource>} read
 * @returns {Promise<Engine>}
 */
export async function loadEngine(files, read) {
  /** @param {string | URL | BufferSource} file */
  const bytes = (file) => (typeof file === "string" || file instanceof URL ? read(file) : file);
  const [wasm, model] = await Promise.all([bytes(files.wasm), bytes(files.model)]);
  return { module: await WebAssembly.compile(wasm), model: seen(model) };
}

/** @param {BufferSource} data */
function seen(data) {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
