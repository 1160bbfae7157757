/** The package in Node. */

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createModule } from "./module.js";
import { read } from "./node-read.js";

const files = {
  wasm: new URL("./engine/newsmark_bg.wasm", import.meta.url),
  model: new URL("./engine/newsmark.model", import.meta.url),
  exports: new URL("./engine/export_bg.wasm", import.meta.url),
};

export { modelOf } from "./origin.js";

export const { annotate, annotateAll, load, loadExports, createAnnotator, exportAs } = createModule({
  files,
  read,
  startWorker(listener) {
    const worker = new Worker(new URL("./node-worker.js", import.meta.url));
    worker.on("message", listener.reply);
    worker.on("error", listener.broken);
    worker.on("exit", () => listener.broken(new Error("the worker has ended")));
    return worker;
  },
  cores: availableParallelism,
});
