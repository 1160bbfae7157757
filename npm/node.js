/** The package in Node. */

import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { createModule } from "./module.js";

const files = {
  wasm: new URL("./engine/newsmark_bg.wasm", import.meta.url),
  model: new URL("./engine/newsmark.model", import.meta.url),
  exports: new URL("./engine/export_bg.wasm", import.meta.url),
};

/** A path, a file: URL or a web address. */
async function read(address) {
  if (!/^https?:/.test(String(address))) return readFile(address);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status})`);
  return response.arrayBuffer();
}

export { modelOf } from "./origin.js";

export const { annotate, load, createAnnotator, exportAs } = createModule(files, read, (listener) => {
  const worker = new Worker(new URL("./node-worker.js", import.meta.url));
  worker.on("message", listener.reply);
  worker.on("error", listener.broken);
  worker.on("exit", () => listener.broken(new Error("the worker has ended")));
  return worker;
});
