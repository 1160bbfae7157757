/** The package in a browser, with or without a bundler. */

import { createModule } from "./module.js";
import { read } from "./read.js";
import { startWorker } from "./start.js";

// Bundlers recognise these expressions only in exactly this form, and then include the files.
const files = {
  wasm: new URL("./engine/newsmark_bg.wasm", import.meta.url),
  model: new URL("./engine/newsmark.model", import.meta.url),
  exports: new URL("./engine/export_bg.wasm", import.meta.url),
};
const packaged = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

/** More workers need more memory than a page should take. */
const MOST_WORKERS = 8;

export { modelOf } from "./origin.js";

export const { annotate, annotateAll, load, loadExports, createAnnotator, exportAs } = createModule({
  files,
  read,
  startWorker: (listener, worker) => startWorker(listener, worker, import.meta.url, packaged),
  cores: () => Math.min(navigator.hardwareConcurrency || 1, MOST_WORKERS),
});
