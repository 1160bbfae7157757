/**
 * Articles of web pages, in a module of their own that is loaded by the first call.
 *
 * @typedef {typeof import("./extract.js")} Module
 */

import init, { extractFragment, extractPage, extractPlain } from "./engine/extract.js";
import { once } from "./once.js";

/**
 * @param {URL} file where the WebAssembly module is
 * @param {(address: string | URL) => Promise<BufferSource>} read
 * @returns {Pick<Module, "extractPage" | "extractFragment" | "extractPlain">}
 */
export function createExtract(file, read) {
  const loaded = once(() => read(file).then((bytes) => init({ module_or_path: bytes })));

  /** @param {(input: string) => string} extract @param {string} input */
  async function extracted(extract, input) {
    await loaded();
    const article = JSON.parse(extract(input.toWellFormed()));
    if (!article) return null;
    const { left_out: leftOut, ...rest } = article;
    return { ...rest, leftOut };
  }

  return {
    extractPage: (html) => extracted(extractPage, html),
    extractFragment: (html) => extracted(extractFragment, html),
    extractPlain: (text) => extracted(extractPlain, text),
  };
}
