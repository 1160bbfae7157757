/**
 * Corrections, in a module of their own that is loaded by the first call.
 *
 * @typedef {typeof import("./corrections.js")} Module
 */

import init, { applyCorrections, Corrector, reanchor } from "./engine/corrections.js";
import { once } from "./once.js";

/**
 * @param {URL} file where the WebAssembly module is
 * @param {(address: string | URL) => Promise<BufferSource>} read
 * @returns {Pick<Module, "applyCorrections" | "reanchor">}
 */
export function createCorrections(file, read) {
  const loaded = once(() => read(file).then((bytes) => init({ module_or_path: bytes })));

  return {
    async applyCorrections(text, found, corrections) {
      await loaded();
      return JSON.parse(applyCorrections(text, json(found), json(corrections)));
    },

    async reanchor(before, text, history) {
      await loaded();
      const { corrections = [], future = [], lost = [] } = history;
      const made = json({ corrections, future, lost });
      if (!before.found) return JSON.parse(reanchor(before.text, text, made));
      const corrector = new Corrector(before.text, json(before.found));
      try {
        return JSON.parse(corrector.reanchor(text, made));
      } finally {
        corrector.free();
      }
    },
  };
}

/**
 * JSON whose strings are Unicode: half of a surrogate pair becomes U+FFFD, one unit for one.
 * @param {unknown} value
 */
const json = (value) => JSON.stringify(value, (_, part) => (typeof part === "string" ? part.toWellFormed() : part));
