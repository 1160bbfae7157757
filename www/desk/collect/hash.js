/** Recognises a text that is already there. */

import { sha256 } from "../../vendor/hashes.js";

/** As many bytes of the hash as are kept: enough for any number of articles. */
const BYTES = 12;

/**
 * The hash of a text. White space does not count: it differs between copies of an article.
 * @param {string} text
 */
export function hashOf(text) {
  const bytes = new TextEncoder().encode(text.replace(/\s+/g, " ").trim());
  return btoa(String.fromCharCode(...sha256(bytes).subarray(0, BYTES)));
}
