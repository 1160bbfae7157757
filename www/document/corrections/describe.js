/**
 * Describes a correction in one sentence.
 *
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("../types.js").NewsDocument} NewsDocument
 * @typedef {import("../types.js").Range} Range
 */

import { typeLabel } from "../families.js";
import { withArticle } from "../words.js";

const LONGEST = 40;

/** Quotes words of the text, shortened and without line breaks. @param {string} words */
export function cited(words) {
  const plain = words.replace(/\s+/g, " ").trim();
  const cut = plain.length > LONGEST ? `${plain.slice(0, LONGEST).replace(/\s+\S*$/, "")}…` : plain;
  // No second pair of quotation marks.
  return /^["“‘„«]/.test(cut) ? cut : `“${cut}”`;
}

/**
 * @param {string} text
 * @param {NewsDocument} document before the correction or after it
 * @param {Correction} correction
 */
export function described(text, document, correction) {
  const words = cited(text.slice(...correction.at));
  const everywhere = "everywhere" in correction && correction.everywhere ? " everywhere" : "";
  switch (correction.do) {
    case "mark":
      return correction.was
        ? `Changed ${cited(text.slice(...correction.was))} to ${words}${everywhere}`
        : `Marked ${words} as ${withArticle(typeLabel(correction.type))}${everywhere}`;
    case "unmark":
      return `Removed the highlight on ${words}${everywhere}`;
    case "quote":
      return correction.was ? `Changed the quotation to ${words}` : `Marked ${words} as a quotation`;
    case "unquote":
      return `${words} is no longer a quotation`;
    case "speaker":
      return correction.who === null
        ? `Removed the speaker of ${words}`
        : `Set the speaker of ${words} to ${whom(correction.who)}`;
    case "rename":
      return `Changed the name to ${cited(correction.name)}`;
    case "merge":
      return `Merged ${whom(correction.at)} with ${whom(correction.into)}`;
    case "move":
      return `${words} now refers to ${correction.to ? whom(correction.to) : "someone else"}${everywhere}`;
  }

  /** @param {Range|string} who */
  function whom(who) {
    if (typeof who === "string") return who.trim();
    const chain = document.chains.find(({ mentions }) => mentions.some((m) => m.start === who[0] && m.end === who[1]));
    return chain?.name ?? text.slice(...who);
  }
}
