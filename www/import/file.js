/**
 * Reads a file: an article, a saved Newsmark file, or annotations for an article. The contents decide what it is if
 * they can, otherwise the name.
 *
 * @typedef {import("./newsmark.js").Opened} Opened
 * @typedef {import("./extractor.js").Extracted | import("./documents.js").ReadDocument | {text: string}} Article
 */

import { isAnnotations } from "./annotations.js";
import { isDocumentFile, readDocument } from "./documents.js";
import { decoded } from "./encoding.js";
import { extractPage } from "./extractor.js";
import { markdownText } from "./markdown.js";
import { readNewsmark } from "./newsmark.js";
import { UserError } from "./user-error.js";

/** In bytes. A longer text with all its highlights would not fit into a browser's memory. */
const LIMIT = 32e6;

/** How files that are not text begin, and what to tell the user. @type {[string, string][]} */
const OTHERS = [
  ["%PDF", "This is a PDF. Open it, select its text, and paste it here."],
  ["PK\x03\x04", "This is a compressed file. Open what is in it, select the text, and paste it here."],
  ["\xd0\xcf\x11\xe0", "This is an old Word document. Open it, select its text, and paste it here."],
  ["\x89PNG", "This is an image. Newsmark reads text only."],
  ["GIF8", "This is an image. Newsmark reads text only."],
  ["\xff\xd8\xff", "This is an image. Newsmark reads text only."],
];

/**
 * @param {File} file
 * @returns {Promise<Article | {saved: Opened} | {annotations: string}>}
 */
export async function readFile(file) {
  if (file.size > LIMIT) {
    throw new UserError(
      `This file has ${megabytes(file.size)} megabytes; the limit is ${megabytes(LIMIT)}. Open it in another program and paste part of it here.`,
    );
  }
  const bytes = await bytesOf(file);
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (isDocumentFile(file.name, head)) return documentOf(file.name, bytes);
  const other = OTHERS.find(([beginning]) => head.startsWith(beginning));
  if (other) throw new UserError(other[1]);
  const text = decoded(bytes);
  if (text.trim() === "") throw new UserError("This file is empty.");
  // A text may contain a stray NUL; a file with many of them is something else.
  if (text.slice(0, 4096).split("\0").length > 8)
    throw new UserError(
      "This is not a text file. Newsmark reads text, web pages, Word, OpenDocument and RTF files, mails, subtitles and its own files.",
    );

  const saved = /^\s*\{/.test(text) ? await readNewsmark(text) : null;
  if (saved) return { saved };
  if (isAnnotations(text)) return { annotations: text };
  if (isJson(text))
    throw new UserError("This file is JSON, but it is not a Newsmark file and has no annotations of an article.");
  return article(text, file);
}

/** Whether a text is an object or a list in JSON, and not only a text in brackets. @param {string} text */
function isJson(text) {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name @param {Uint8Array} bytes */
async function documentOf(name, bytes) {
  try {
    return await readDocument(name, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${reason[0].toUpperCase()}${reason.slice(1)}.`);
  }
}

/** @param {string} text @param {File} file @returns {Promise<Article>} */
async function article(text, { name, type }) {
  if (
    /\.x?html?$/i.test(name) ||
    /^(text\/html|application\/xhtml)/.test(type) ||
    /^\s*<(!doctype html|html)/i.test(text)
  ) {
    const found = await extractPage(text).catch(() => {
      throw new UserError(
        "The part of Newsmark that reads web pages could not be loaded. Check the connection, and open the file again.",
      );
    });
    if (found.text.trim() === "")
      throw new UserError(
        "This web page contains no text; some pages load it only when opened. Open the page, select the article, and paste it here.",
      );
    return found;
  }
  return { text: /\.(md|markdown)$/i.test(name) ? await markdownText(text) : text };
}

/** @param {File} file */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder is recognised only by the failure to read it.
    throw new UserError("This file could not be read. It may be a folder, or it may have been moved.");
  }
}

/** @param {number} bytes */
const megabytes = (bytes) => Math.round(bytes / 1e6).toLocaleString("en");
