/**
 * The page's side of the worker that reads word processor files, mails and subtitles. It is started when the first of them
 * is opened.
 *
 * @typedef {{metadata: import("../document/types.js").Metadata, text: string}} ReadDocument
 */

import { createRequests } from "../worker/requests.js";
import { startDocumentReader } from "../worker/start.js";

const ask = createRequests(
  startDocumentReader,
  "the part of Newsmark that reads such files could not be loaded; check the connection",
);

const NAME = /\.(docx|odt|rtf|eml|mbox|srt|vtt)$/i;

/**
 * Whether a file is a word processor's, a mail, a mailbox, or subtitles.
 * @param {string} name
 * @param {string} head its first bytes
 */
export const isDocumentFile = (name, head) => NAME.test(name) || head.startsWith("{\\rtf");

/** The text of a file. @type {(name: string, bytes: Uint8Array) => Promise<ReadDocument>} */
export const readDocument = (name, bytes) => ask({ name, bytes });
