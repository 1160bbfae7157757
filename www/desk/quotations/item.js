/** A quotation in a list, with where it is from and a link to its place. */

import { button, element } from "../../dom.js";
import { articleText, quoteClass } from "../../panel/rows.js";
import { origin } from "../people/sheet.js";

/**
 * @param {import("../gathered.js").GatheredQuotation} quotation
 * @param {import("../types.js").Desk["open"]} open
 * @param {string} [speaker] shown before the words
 */
export function quotationItem({ words, cue, type, medium, article, place }, open, speaker = "") {
  const kind = [type, medium === "speech" ? "" : medium, cue && `“${cue}”`].filter(Boolean).join(" · ");
  const link = button("opens", origin(article) || `Article ${article.id + 1}`, () => open(article.id, place));
  return element(
    "li",
    `said ${quoteClass({ type, medium })}`,
    speaker ? element("p", "said-by", speaker) : "",
    articleText("words", words),
    element("p", "aside", link, ` · ${kind}`),
  );
}
