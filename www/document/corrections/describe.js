/**
 * What a correction does, in a sentence for people.
 *
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("../types.js").NewsDocument} NewsDocument
 * @typedef {import("../types.js").Range} Range
 */

import { typeLabel } from "../families.js";
import { withArticle } from "../words.js";

const LONGEST = 40;

/** Words of the text as they are cited: short, without line breaks. @param {string} words */
export function cited(words) {
  const plain = words.replace(/\s+/g, " ").trim();
  const cut = plain.length > LONGEST ? `${plain.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : plain;
  // Words that have quotation marks of their own need no others.
  return /^["“‘„«]/.test(cut) ? cut : `“${cut}”`;
}

/**
 * @param {string} text
 * @param {NewsDocument} document as it was when the correction was made, or is with it
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
      return `Removed the mark on ${words}${everywhere}`;
    case "quote":
      return correction.was ? `Changed the quotation to ${words}` : `Marked ${words} as a quotation`;
    case "unquote":
      return `${words} is no quotation any more`;
    case "speaker":
      return correction.who === null
        ? `Nobody is named as the speaker of ${words}`
        : `${whom(correction.who)} is the speaker of ${words}`;
    case "rename":
      return `Changed the name to ${cited(correction.name)}`;
    case "merge":
      return `${whom(correction.at)} and ${whom(correction.into)} are now one`;
    case "move":
      return `${words} is now ${correction.to ? whom(correction.to) : "somebody else"}${everywhere}`;
  }

  /** @param {Range|string} who */
  function whom(who) {
    if (typeof who === "string") return who.trim();
    const chain = document.chains.find(({ mentions }) => mentions.some((m) => m.start === who[0] && m.end === who[1]));
    return chain?.name ?? text.slice(...who);
  }
}
