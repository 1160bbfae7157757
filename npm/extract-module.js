/** Articles of web pages, in a module of their own that is loaded by the first call. */

import { mustBeText } from "./check.js";
import init, { extractFragment, extractPage, extractPlain } from "./engine/extract.js";
import { createPart } from "./files.js";

/** @type {import("./files.js").CreatePart<typeof import("./extract.js")>} */
export const createExtract = createPart("extraction module", init, (loaded) => {
  /** @param {(input: string) => string} extract @param {string} input @param {string} what */
  async function extracted(extract, input, what) {
    mustBeText(input, what);
    await loaded();
    const article = JSON.parse(extract(input.toWellFormed()));
    if (!article) return null;
    const { left_out: leftOut, ...rest } = article;
    return { ...rest, leftOut };
  }

  return {
    extractPage: (html) => extracted(extractPage, html, "the page"),
    extractFragment: (html) => extracted(extractFragment, html, "the markup"),
    extractPlain: (text) => extracted(extractPlain, text, "the text"),
  };
});
