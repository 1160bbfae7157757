/** Articles of web pages, in Node. */

import { createExtract } from "./extract-module.js";
import { read } from "./node-read.js";

const file = new URL("./engine/extract_bg.wasm", import.meta.url);

export const { load, extractPage, extractFragment, extractPlain } = createExtract(file, read);
