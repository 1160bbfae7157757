/** The text of word processor files, mails and subtitles, in the browser, with a bundler or without. */

import { createDocuments } from "./documents-module.js";
import { read } from "./read.js";

// Bundlers know this expression, and only as it is written here: they take the file along.
const file = new URL("./engine/documents_bg.wasm", import.meta.url);

export const { load, readDocument } = createDocuments(file, read);
