/**
 * The worker that takes articles out of web pages. It parses a page itself: nothing in the page is run or fetched, and the
 * page's styles cannot violate the policy of this one.
 *
 * @typedef {{from: "page"|"fragment"|"plain", input: string}} Request
 */

import { extractFragment, extractPage, extractPlain, initSync } from "../engine/extract.js";
import { answerRequests } from "../worker/answers.js";

const EXTRACT = { page: extractPage, fragment: extractFragment, plain: extractPlain };

answerRequests(initSync, (/** @type {Request} */ { from, input }) => ({
  answer: JSON.parse(EXTRACT[from](input.toWellFormed())),
}));
