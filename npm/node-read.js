/** Reads the package's files in Node. */

import { readFile } from "node:fs/promises";
import { read as readFromWeb } from "./read.js";

/**
 * A path, a file: URL or a web address.
 * @param {string | URL} address
 */
export const read = (address) => (/^https?:/.test(String(address)) ? readFromWeb(address) : readFile(address));
