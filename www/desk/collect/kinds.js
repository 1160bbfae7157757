/** What a file holds, by its name and its beginning: one article, or many. */

import { isAnnotations } from "../../import/annotations.js";
import { isDocumentFile } from "../../import/documents.js";

/** @typedef {"zip"|"table"|"lines"|"array"} Container a file with many articles */

const TABLE = /\.(csv|tsv|tab)(\.gz)?$/i;
const LINES = /\.(jsonl|ndjson)(\.gz)?$/i;
const ZIP = /\.zip$/i;
const JSON_FILE = /\.json$/i;

/** What systems put into folders and archives. */
const SYSTEM = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** Bytes that tell what a file is. */
const HEAD = 4096;

/** @param {string} path */
export const isOfSystem = (path) => SYSTEM.test(path);

/**
 * @param {File} file
 * @returns {Promise<Container|null>} null for a file with one article
 */
export async function containerIn(file) {
  const { name } = file;
  if (TABLE.test(name)) return "table";
  if (LINES.test(name)) return "lines";
  if (ZIP.test(name)) return "zip";
  if (JSON_FILE.test(name)) {
    const head = await file.slice(0, HEAD).text();
    return /^\s*\[/.test(head) && !isAnnotations(head) ? "array" : null;
  }
  if (isDocumentFile(name, "")) return null;
  return (await file
    .slice(0, 4)
    .text()
    .catch(() => "")) === "PK\x03\x04"
    ? "zip"
    : null;
}
