/** Corrections, in the browser, with a bundler or without. */

import { createCorrections } from "./corrections-module.js";
import { read } from "./read.js";

// Bundlers know this expression, and only as it is written here: they take the file along.
const file = new URL("./engine/corrections_bg.wasm", import.meta.url);

export const { load, applyCorrections, reanchor } = createCorrections(file, read);
