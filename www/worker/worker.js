/**
 * The worker: gets the engine's two files in whichever way the page says, and hands over to Rust,
 * which answers every later message (src/wasm/worker.rs).
 */

import { initSync, serve } from "../engine/newsmark.js";

/**
 * A file of the engine: at an address, or inside the page, compressed and as text.
 * @typedef {{url: string} | {packed: string}} Source
 */

self.onmessage = async ({ data }) => {
  try {
    const [wasm, model] = await Promise.all([bytes(data.wasm), bytes(data.model)]);
    initSync({ module: wasm });
    serve(new Uint8Array(model));
  } catch (error) {
    self.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
};

/**
 * @param {Source} source
 * @returns {Promise<ArrayBuffer>}
 */
async function bytes(source) {
  if ("url" in source) {
    const response = await fetch(source.url);
    if (!response.ok) throw new Error(`${source.url} could not be loaded (${response.status})`);
    return response.arrayBuffer();
  }
  const characters = atob(source.packed);
  const packed = new Uint8Array(characters.length);
  for (let i = 0; i < packed.length; i++) packed[i] = characters.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
