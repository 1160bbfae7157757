/**
 * The package's functions, independent of the environment.
 *
 * @typedef {import("./index.js").EngineFiles} EngineFiles
 * @typedef {import("./index.js").AnnotatorOptions} AnnotatorOptions
 *
 * @typedef {Object} Environment
 * @property {Required<EngineFiles> & {exports: URL}} files the addresses of the package's files
 * @property {import("./files.js").Read} read
 * @property {(listener: import("./client.js").Listener, worker: AnnotatorOptions["worker"]) => import("./client.js").Port} startWorker
 * @property {() => number} cores
 */

import { checkOptions, must, mustBeObject, mustBeText } from "./check.js";
import { createClient } from "./client.js";
import init, { Annotator } from "./engine/newsmark.js";
import { loadEngine, shared } from "./engine.js";
import { createModuleLoader } from "./files.js";
import { once } from "./once.js";
import { foundBy, modelOf } from "./origin.js";
import { annotated } from "./pool.js";

/**
 * @param {Environment} environment
 * @returns {Pick<typeof import("./index.js"), "annotate" | "annotateAll" | "load" | "loadExports" | "createAnnotator" | "exportAs">}
 */
export function createModule({ files: own, read, startWorker, cores }) {
  /** The annotator of this thread. @type {Promise<Annotator>|null} */
  let loading = null;
  // A module of its own, which is loaded only for exports.
  const exporter = once(() => import("./engine/export.js"));
  const exports = createModuleLoader(own.exports, "export module", read, async (options) =>
    (await exporter()).default(options),
  );

  /** @param {EngineFiles} [files] */
  function start(files = {}) {
    const started = loadEngine(own, files, read).then(async ({ module, model }) => {
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

    loadExports: (file) => exports.load(file),

    async annotate(text, options = {}) {
      mustBeText(text, "the text to annotate");
      checkOptions(options);
      const { signal, date, onProgress } = options;
      signal?.throwIfAborted();
      const annotator = await (loading ?? start());
      signal?.throwIfAborted();
      return foundBy(annotator.model, annotator.annotate(text, date, onProgress));
    },

    createAnnotator(options = {}) {
      mustBeObject(options, "the options");
      const { worker, ...files } = options;
      const loaded = once(() => loadEngine(own, files, read));
      return createClient(loaded, (listener) => startWorker(listener, worker));
    },

    async annotateAll(texts, options = {}) {
      must(typeof texts !== "string" && Symbol.iterator in Object(texts), "the texts must be a list");
      checkOptions(options);
      const { workers = cores(), onProgress, signal, date, worker, ...files } = options;
      must(Number.isInteger(workers) && workers > 0, "workers must be a whole number above 0");
      const jobs = Array.from(texts, (one) => (typeof one === "string" ? { text: one, date } : { date, ...one }));
      for (const { text, date } of jobs) {
        mustBeText(text, "each text");
        checkOptions({ date });
      }
      const loaded = once(async () => shared(await loadEngine(own, files, read)));
      const create = () => createClient(loaded, (listener) => startWorker(listener, worker));
      return annotated(jobs, workers, create, signal, onProgress);
    },

    async exportAs(format, article) {
      mustBeText(format, "the format");
      mustBeObject(article, "the article");
      const { text, document, title = "", model = modelOf(document) } = article;
      mustBeText(text, "the article's text");
      mustBeText(title, "the article's title");
      mustBeObject(document, "the article's document");
      await exports.loaded();
      const { exportAs } = await exporter();
      // Half of a surrogate pair, which a file cannot contain, becomes U+FFFD. No offset changes.
      const saved = { offsets: "utf16", model, title: title.toWellFormed(), text: text.toWellFormed(), document };
      const file = exported(() => exportAs(format, JSON.stringify(saved)));
      const { name, type, bytes } = file;
      file.free();
      return { name, type, bytes: /** @type {Uint8Array<ArrayBuffer>} */ (bytes) };
    },
  };
}

/**
 * What the module complains about is the caller's format or document.
 * @template T
 * @param {() => T} write
 */
function exported(write) {
  try {
    return write();
  } catch (error) {
    throw new TypeError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
