/** Corrections, in Node. */

import { createCorrections } from "./corrections-module.js";
import { read } from "./node-read.js";

const file = new URL("./engine/corrections_bg.wasm", import.meta.url);

export const { load, applyCorrections, reanchor } = createCorrections(file, read);
