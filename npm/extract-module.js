/**
 * Articles of web pages, in a module of their own that is loaded by the first call.
 *
 * @typedef {typeof import("./extract.js")} Module
 */

import { mustBeText } from "./check.js";
import init, { extractFragment, extractPage, extractPlain } from "./engine/extract.js";
import { createModuleLoader } from "./files.js";

/**
 * @param {URL} file where the WebAssembly module is
 * @param {import("./files.js").Read} read
 * @returns {Pick<Module, "load" | "extractPage" | "extractFragment" | "extractPlain">}
 */
export function createExtract(file, read) {
  const { load, loaded } = createModuleLoader(file, "extraction module", read, init);

  /** @param {(input: string) => string} extract @param {string} input @param {string} what */
  async function extracted(extract, input, what) {
    mustBeText(input, what);
    await loaded();
    const article = JSON.parse(extract(input.toWellFormed()));
    if (!article) return null;
    const { left_out: leftOut, ...rest } = article;
    return { ...rest, leftOut };
  }

  return {
    load,
    extractPage: (html) => extracted(extractPage, html, "the page"),
    extractFragment: (html) => extracted(extractFragment, html, "the markup"),
    extractPlain: (text) => extracted(extractPlain, text, "the text"),
  };
}
