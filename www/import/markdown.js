/** Converts Markdown to text without markup. It may contain HTML, so it is converted by way of HTML. */

import { extractFragment } from "./extractor.js";

/** @param {string} markdown */
export async function markdownText(markdown) {
  const { marked } = await import("../vendor/marked.js");
  const { title, body } = frontMatter(markdown);
  const text = (await extractFragment(marked.parse(body, { async: false, gfm: true })))?.whole ?? body;
  return title && !text.startsWith(title) ? `${title}\n\n${text}` : text;
}

/**
 * The front matter that many tools put before the text. Only its title belongs to the article.
 * @param {string} markdown
 */
function frontMatter(markdown) {
  const block = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(markdown);
  if (!block) return { title: "", body: markdown };
  const title = /^title:[ \t]*(.+?)[ \t]*$/m.exec(block[1])?.[1].replace(/^(["'])(.*)\1$/, "$2") ?? "";
  return { title, body: markdown.slice(block[0].length) };
}
