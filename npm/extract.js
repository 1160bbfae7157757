/** Articles of web pages, in the browser, with a bundler or without. */

import { createExtract } from "./extract-module.js";
import { read } from "./read.js";

// Bundlers know this expression, and only as it is written here: they take the file along.
const file = new URL("./engine/extract_bg.wasm", import.meta.url);

export const { load, extractPage, extractFragment, extractPlain } = createExtract(file, read);
