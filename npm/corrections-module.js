/** Corrections, in a module of their own that is loaded by the first call. */

import { must, mustBeObject, mustBeText } from "./check.js";
import init, { applyCorrections, Corrector, reanchor } from "./engine/corrections.js";
import { createPart } from "./files.js";
import { wellFormedJson } from "./well-formed.js";

/** @type {import("./files.js").CreatePart<typeof import("./corrections.js")>} */
export const createCorrections = createPart("corrections module", init, (loaded) => ({
  async applyCorrections(text, found, corrections) {
    mustBeText(text, "the text");
    mustBeObject(found, "the document");
    must(Array.isArray(corrections), "the corrections must be an array");
    await loaded();
    return JSON.parse(applyCorrections(text, wellFormedJson(found), wellFormedJson(corrections)));
  },

  async reanchor(before, text, history) {
    mustBeObject(before, "what was before");
    mustBeText(before.text, "the text before");
    mustBeText(text, "the edited text");
    mustBeObject(history, "the history");
    await loaded();
    const { corrections = [], future = [], lost = [] } = history;
    const made = wellFormedJson({ corrections, future, lost });
    if (!before.found) return JSON.parse(reanchor(before.text, text, made));
    const corrector = new Corrector(before.text, wellFormedJson(before.found));
    try {
      return JSON.parse(corrector.reanchor(text, made));
    } finally {
      corrector.free();
    }
  },
}));
