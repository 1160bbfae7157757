/** The package in a browser, with a bundler or without. */

import { createModule } from "./module.js";

// Bundlers know these expressions, and only as they are written here: they take the files along.
const files = {
  wasm: new URL("./engine/newsmark_bg.wasm", import.meta.url),
  model: new URL("./engine/newsmark.model", import.meta.url),
  exports: new URL("./engine/export_bg.wasm", import.meta.url),
};
const packaged = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

/** @param {string | URL} address */
async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status})`);
  return response.arrayBuffer();
}

export { modelOf } from "./origin.js";

export const { annotate, load, createAnnotator, exportAs } = createModule(files, read, (listener, start = packaged) => {
  const worker = start();
  worker.onmessage = ({ data }) => listener.reply(data);
  worker.onerror = (event) => {
    event.preventDefault();
    listener.broken(new Error(event.message || "the worker could not be started"));
  };
  return worker;
});
