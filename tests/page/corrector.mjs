// Loads the module that applies corrections, as the page does. Import this before the page's modules, which follow with
// import().

import "../libraries.mjs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pkg } from "../support.mjs";

export const corrector = await import("../../www/document/corrections/corrector.js");

corrector.readCorrectionsFrom(() => readFile(path.join(pkg, "engine", "corrections_bg.wasm")));
await corrector.loadCorrections();
