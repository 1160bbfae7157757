/** The text of word processor files, mails and subtitles, in a module of their own that is loaded by the first call. */

import { must, mustBeText } from "./check.js";
import init, { readDocument } from "./engine/documents.js";
import { bytesIn, createPart } from "./files.js";

/** @type {import("./files.js").CreatePart<typeof import("./documents.js")>} */
export const createDocuments = createPart("document module", init, (loaded) => ({
  async readDocument(name, bytes) {
    mustBeText(name, "the file's name");
    must(bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes), "the file's contents must be bytes");
    await loaded();
    return JSON.parse(readDocument(name, bytesIn(bytes)));
  },
}));
