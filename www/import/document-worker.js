/**
 * The worker that reads word processor files, mails and subtitles.
 *
 * @typedef {{name: string, bytes: Uint8Array}} Request
 */

import { initSync, readDocument } from "../engine/documents.js";
import { answerRequests } from "../worker/answers.js";

answerRequests(initSync, (/** @type {Request} */ { name, bytes }) => ({
  answer: JSON.parse(readDocument(name, bytes)),
}));
