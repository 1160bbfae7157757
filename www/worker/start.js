/**
 * Starts workers, in the hosted form from their addresses, in the one-file form from what the build put
 * into the page (scripts/assemble.mjs). A worker's first message names the files that it needs.
 */

/** The annotator. */
export const startWorker = () =>
  start("worker", "worker/worker.js", { wasm: "engine/newsmark_bg.wasm", model: "engine/newsmark.model" });

/** The exports. */
export const startExporter = () => start("exporter", "export/worker.js", { exports: "engine/export_bg.wasm" });

/**
 * @param {string} name by which the build embeds it
 * @param {string} script
 * @param {Record<string, string>} files their addresses, by the names by which the build embeds them
 * @returns {Worker}
 */
function start(name, script, files) {
  const code = embedded(name);
  if (code === null) {
    const worker = new Worker(address(script), { type: "module" });
    worker.postMessage(each(files, (_, file) => ({ url: address(file) })));
    return worker;
  }
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  worker.postMessage(each(files, (name) => ({ packed: embedded(name) })));
  return worker;
}

/** @type {(files: Record<string, string>, make: (name: string, file: string) => object) => Record<string, object>} */
const each = (files, make) => Object.fromEntries(Object.entries(files).map(([name, file]) => [name, make(name, file)]));

/** @param {string} name */
const address = (name) => new URL(name, document.baseURI).href;

/** @param {string} name */
const embedded = (name) => document.querySelector(`script[data-embedded="${name}"]`)?.textContent ?? null;
