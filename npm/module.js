/**
 * The package's functions, independent of the environment.
 *
 * @typedef {import("./index.js").EngineFiles} EngineFiles
 */

import { createClient } from "./client.js";
import init, { Annotator } from "./engine/newsmark.js";
import { loadEngine } from "./engine.js";
import { once } from "./once.js";
import { foundBy, modelOf } from "./origin.js";

/**
 * @param {Required<EngineFiles> & {exports: URL}} own the addresses of the package's files
 * @param {(address: string | URL) => Promise<BufferSource>} read
 * @param {(listener: import("./client.js").Listener, worker?: () => Worker) => import("./client.js").Port} startWorker
 * @returns {Pick<typeof import("./index.js"), "annotate" | "load" | "createAnnotator" | "exportAs">}
 */
export function createModule(own, read, startWorker) {
  /** The annotator of this thread. @type {Promise<Annotator>|null} */
  let loading = null;

  /** @param {EngineFiles} files */
  const engine = ({ wasm = own.wasm, model = own.model } = {}) => loadEngine({ wasm, model }, read);

  /** @param {EngineFiles} [files] */
  function start(files) {
    const started = engine(files).then(async ({ module, model }) => {
      await init({ module_or_path: module });
      return new Annotator(model);
    });
    loading = started;
    // Callers see a failure, and the next call tries again.
    started.catch(() => {
      if (loading === started) loading = null;
    });
    return started;
  }

  return {
    async load(files) {
      await start(files);
    },

    async annotate(text, { signal, date } = {}) {
      if (typeof text !== "string") throw new TypeError("the text to annotate must be a string");
      signal?.throwIfAborted();
      const annotator = await (loading ?? start());
      signal?.throwIfAborted();
      return foundBy(annotator.model, annotator.annotate(text, date));
    },

    createAnnotator({ worker, ...files } = {}) {
      const loaded = once(() => engine(files));
      return createClient(loaded, (listener) => startWorker(listener, worker));
    },

    async exportAs(format, article) {
      // A module of its own, which is loaded only for exports.
      const { default: init, exportAs } = await import("./engine/export.js");
      await init({ module_or_path: await read(own.exports) });
      const { text, document, title = "", model = modelOf(document) } = article;
      // Half of a surrogate pair, which a file cannot contain, becomes U+FFFD. No offset changes.
      const saved = { offsets: "utf16", model, title: title.toWellFormed(), text: text.toWellFormed(), document };
      const file = exportAs(format, JSON.stringify(saved));
      const { name, type, bytes } = file;
      file.free();
      return { name, type, bytes };
    },
  };
}
