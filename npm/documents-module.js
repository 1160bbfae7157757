/**
 * The text of word processor files, mails and subtitles, in a module of their own that is loaded by the first call.
 *
 * @typedef {typeof import("./documents.js")} Module
 */

import { must, mustBeText } from "./check.js";
import init, { readDocument } from "./engine/documents.js";
import { bytesIn, createModuleLoader } from "./files.js";

/**
 * @param {URL} file where the WebAssembly module is
 * @param {import("./files.js").Read} read
 * @returns {Pick<Module, "load" | "readDocument">}
 */
export function createDocuments(file, read) {
  const { load, loaded } = createModuleLoader(file, "document module", read, init);

  return {
    load,

    async readDocument(name, bytes) {
      mustBeText(name, "the file's name");
      must(bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes), "the file's contents must be bytes");
      await loaded();
      return JSON.parse(readDocument(name, bytesIn(bytes)));
    },
  };
}
