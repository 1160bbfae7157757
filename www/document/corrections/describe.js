/**
 * Describes a correction in one sentence.
 *
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("./types.js").Orphaned} Orphaned
 * @typedef {import("../types.js").NewsDocument} NewsDocument
 * @typedef {import("../types.js").Range} Range
 */

import { typeLabel } from "../families.js";
import { chainLabel } from "../speakers.js";
import { valueWords } from "../value.js";
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
 * What undoing a correction has done.
 * @param {string} text
 * @param {NewsDocument} document with the correction
 * @param {Correction} correction
 */
export function describedUndone(text, document, correction) {
  if (correction.do === "merge") {
    const [one, other] = [correction.at, correction.into].map((at) => text.slice(...at));
    return `${one} and ${other} are separate again`;
  }
  const sentence = described(text, document, correction);
  return sentence[0].toLowerCase() + sentence.slice(1);
}

/**
 * A correction whose passage is no longer in the text, by the words that it was about.
 * @param {Orphaned} orphan
 */
export function describedLost({ correction, passages }) {
  // Its places count from the start of each passage.
  let from = 0;
  const starts = passages.map((passage) => {
    const start = from;
    from += passage.length + 1;
    return start;
  });
  /** @type {any} */
  const moved = { ...correction };
  let next = 0;
  for (const key of ["at", "was", "who", "into", "to"]) {
    if (!Array.isArray(moved[key])) continue;
    const start = starts[next++] ?? 0;
    moved[key] = moved[key].map((/** @type {number} */ offset) => offset + start);
  }
  return described(passages.join("\n"), NOTHING, moved);
}

/** @type {NewsDocument} */
const NOTHING = { entities: [], chains: [], quotes: [], quoted_terms: [], sentences: [] };

/**
 * @param {string} text
 * @param {NewsDocument} document before the correction or after it
 * @param {Correction} correction
 * @param {NewsDocument} [before] before the correction, if it is known
 */
export function described(text, document, correction, before) {
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
      return before
        ? `Renamed ${nameAt(before, correction.at)} to ${correction.name.trim()}`
        : `Changed the name of ${cited(text.slice(...correction.at))} to ${correction.name.trim()}`;
    case "merge":
      return `Merged ${whom(correction.at)} with ${whom(correction.into)}`;
    case "accept":
      return `Accepted ${words}`;
    case "value":
      return correction.value === null
        ? `Removed what ${words} stands for${everywhere}`
        : `${words} now stands for ${valueWords(correction.value)}${everywhere}`;
    case "note":
      return correction.text.trim() === "" ? `Removed the note on ${words}` : `Added a note to ${words}`;
    case "move":
      return `${words} now refers to ${correction.to ? whom(correction.to) : "someone else"}${everywhere}`;
  }

  /** @param {Range|string} who */
  function whom(who) {
    if (typeof who === "string") return who.trim();
    return nameAt(document, who);
  }

  /** @param {NewsDocument} document @param {Range} at */
  function nameAt({ chains }, [start, end]) {
    const chain = chains.find(({ mentions }) => mentions.some((m) => m.start === start && m.end === end));
    return (chain && chainLabel(chain)) || text.slice(start, end);
  }
}
