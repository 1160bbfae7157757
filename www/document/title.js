import { LINE_BREAKS } from "../generated/tables.js";

/** Code points that a title has at most, before the ellipsis. */
const LENGTH = 120;

const FIRST_LINE = new RegExp(`[^\\s${LINE_BREAKS}][^${LINE_BREAKS}]*`);

/**
 * The article's own title, or its first line.
 * @param {import("./types.js").Metadata} metadata
 * @param {string} text
 */
export const articleTitle = (metadata, text) => metadata.title?.trim() || titleOf(text);

/**
 * What an article is called: its first line, cut between words where it is long. Exports without a title do the same
 * (crates/formats); tests/data/shared/titles.json holds the two together.
 * @param {string} text
 */
export function titleOf(text) {
  const line = FIRST_LINE.exec(text)?.[0].trimEnd() ?? "";
  // Enough units for one code point more than a title has, however long the line is.
  const characters = Array.from(line.slice(0, 2 * (LENGTH + 1)));
  if (characters.length <= LENGTH) return line;
  const head = characters.slice(0, LENGTH).join("");
  const words = /^\s/.test(characters[LENGTH]) ? head : head.replace(/\s+\S*$/, "");
  return `${words.trimEnd()}…`;
}
