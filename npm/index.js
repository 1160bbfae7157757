/** The package in a browser, with or without a bundler. */

import { createModule } from "./module.js";
import { read } from "./read.js";

// Bundlers recognise these expressions only in exactly this form, and then include the files.
const files = {
  wasm: new URL("./engine/newsmark_bg.wasm", import.meta.url),
  model: new URL("./engine/newsmark.model", import.meta.url),
  exports: new URL("./engine/export_bg.wasm", import.meta.url),
};
const packaged = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });

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
