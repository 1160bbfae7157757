/** Converts HTML to text: a fragment from the clipboard, or a whole page from a file. */

import { inertTree } from "../trusted.js";
import { blockText, STRUCTURE } from "./blocks.js";

/** A part of a page with less text than this, in characters, is unlikely to be its article. */
const ARTICLE = 250;

/**
 * @param {string} html
 * @returns {string|null} null if the markup has no blocks and so says no more than the plain text
 */
export function fragmentText(html) {
  const { body } = inertTree(html);
  return body.querySelector(STRUCTURE) ? blockText(body) : null;
}

/**
 * The article of a saved page, without the menus and lists around it.
 * @param {string} html
 */
export async function pageText(html) {
  const page = inertTree(html);
  const whole = blockText(page.body);
  const [heading, another] = page.querySelectorAll("h1");
  const { Readability } = await import("../vendor/readability.js");
  avoidInnerHtml(page);
  // Readability takes the tree apart.
  const found = new Readability(page, { serializer: (node) => node }).parse();
  const article = found?.content instanceof Element ? blockText(found.content) : "";
  // If there is little around the article, an extra line is better than a missing one.
  if (article.length < ARTICLE || article.length * 1.3 > whole.length) return whole;
  // The page's <title> often ends with the newspaper's name.
  const title = (heading && !another ? blockText(heading) : found?.title?.trim()) ?? "";
  const byline = found?.byline?.replace(/\s+/g, " ").trim() ?? "";
  const above = [title, byline].filter((line) => line !== "" && !article.startsWith(line));
  // What is only in the page's metadata does not belong to the article's text.
  return [...above.filter((line) => line === title || whole.includes(line)), article].join("\n\n");
}

/**
 * Readability assigns innerHTML in two places, which the page's policy forbids: to look into a <noscript>, and to
 * restore the body when its first attempt has found too little.
 * @param {Document} page
 */
function avoidInnerHtml(page) {
  for (const unseen of page.querySelectorAll("noscript")) unseen.remove();
  Object.defineProperty(page.body, "innerHTML", {
    get: () => Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML")?.get?.call(page.body),
    set(/** @type {string} */ html) {
      const { body } = inertTree(html);
      page.body.replaceChildren();
      while (body.firstChild) page.body.append(body.firstChild);
    },
  });
}
