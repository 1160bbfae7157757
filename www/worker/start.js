/**
 * Starts a worker, in the hosted form from its address, in the one-file form from what the build put
 * into the page (scripts/assemble.mjs).
 */

/** @returns {Worker} */
export function startWorker() {
  const code = embedded("worker");
  if (code === null) {
    const worker = new Worker(address("worker/worker.js"), { type: "module" });
    worker.postMessage({
      wasm: { url: address("engine/newsmark_bg.wasm") },
      model: { url: address("engine/newsmark.model") },
    });
    return worker;
  }
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  worker.postMessage({ wasm: { packed: embedded("wasm") }, model: { packed: embedded("model") } });
  return worker;
}

/** @param {string} name */
const address = (name) => new URL(name, document.baseURI).href;

/** @param {string} name */
const embedded = (name) => document.querySelector(`script[data-embedded="${name}"]`)?.textContent ?? null;
