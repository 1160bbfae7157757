/**
 * The page's side of the worker that takes articles out of web pages. The worker is started when the first page comes in.
 *
 * @typedef {import("../document/types.js").Metadata} Metadata
 *
 * @typedef {Object} Extracted
 * @property {Metadata} metadata
 * @property {string} text the headline, the byline and the body
 * @property {string} body
 * @property {string} whole the text of the whole page
 * @property {string} left_out what is missing, in words; empty if nothing is
 */

import { createRequests } from "../worker/requests.js";
import { startExtractor } from "../worker/start.js";

const ask = createRequests(startExtractor, "the part of Newsmark that reads web pages could not be loaded");

/** The article of a saved page. @type {(html: string) => Promise<Extracted>} */
export const extractPage = (html) => ask({ from: "page", input: html });

/**
 * The article, or the part of it, in HTML from the clipboard; null if the markup says no more than the plain text.
 * @type {(html: string) => Promise<Extracted|null>}
 */
export const extractFragment = (html) => ask({ from: "fragment", input: html });

/**
 * The article in plain text; null if it is not the text of a whole page.
 * @type {(text: string) => Promise<Extracted|null>}
 */
export const extractPlain = (text) => ask({ from: "plain", input: text });
