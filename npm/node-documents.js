/** The text of word processor files, mails and subtitles, in Node. */

import { createDocuments } from "./documents-module.js";
import { read } from "./node-read.js";

const file = new URL("./engine/documents_bg.wasm", import.meta.url);

export const { load, readDocument } = createDocuments(file, read);
