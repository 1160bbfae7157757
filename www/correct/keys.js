/**
 * The keys for correcting, as they work while the article or the popover has the focus, and as the
 * sheet of keys lists them.
 *
 * @typedef {import("../document/families.js").FamilyId} FamilyId
 * @typedef {{keys: string[], does: string}} Key
 *
 * @typedef {"open"|"quote"|"remove"|"speaker"|"name"|"everywhere"|"widenStart"|"widenEnd"|"narrowStart"|"narrowEnd"} Command
 */

import { FAMILIES } from "../document/families.js";

/** @type {{title: string, keys: Key[]}} */
export const CORRECTING_KEYS = {
  title: "Correcting",
  keys: [
    { keys: ["Enter"], does: "Correct the mark that has the focus, or the selected words" },
    ...FAMILIES.map(({ label, types }, i) => ({
      keys: [String(i + 1)],
      does: `Mark as: ${label.toLowerCase()}${types.length > 1 ? "; again for the next type of them" : ""}`,
    })),
    { keys: ["q"], does: "Mark the selected words as a quotation" },
    { keys: ["s"], does: "Choose who says a quotation" },
    { keys: ["n"], does: "Change a name" },
    { keys: ["Delete"], does: "Remove a mark" },
    { keys: ["Shift 1 … 7", "Shift Delete"], does: "The same everywhere in this article" },
    { keys: ["e"], does: "While a mark is corrected: everywhere in this article, or only here" },
    { keys: ["[", "]"], does: "Widen a mark by a word at its start or end" },
    { keys: ["{", "}"], does: "Narrow a mark by a word at its start or end" },
    { keys: ["Shift →", "Shift ←"], does: "Select words, beginning beside the mark that has the focus" },
    { keys: ["→", "←"], does: "Once words are selected: the next or the previous word instead" },
    { keys: ["Ctrl Z"], does: "Undo the last correction" },
    { keys: ["Ctrl Shift Z"], does: "Do it again" },
    { keys: ["Esc"], does: "Close what is open, and go back to the mark" },
  ],
};

/** @type {Record<string, Command>} */
const COMMANDS = {
  Enter: "open",
  q: "quote",
  s: "speaker",
  n: "name",
  e: "everywhere",
  Delete: "remove",
  Backspace: "remove",
  "[": "widenStart",
  "]": "widenEnd",
  "{": "narrowStart",
  "}": "narrowEnd",
};

/**
 * What a key asks for; a number is that of a family.
 * @param {KeyboardEvent} event
 * @returns {{command: Command|FamilyId, everywhere: boolean, alone: boolean}|null} `alone`: a letter or a sign by itself
 */
export function asked(event) {
  // Where a bracket needs it, AltGr is part of the key.
  const bare = event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey || event.metaKey);
  if (!bare) return null;
  // Shift makes another character of a digit, and which one is a matter of the keyboard.
  const digit =
    /^(?:Digit|Numpad)([1-7])$/.exec(event.code)?.[1] ?? (/^[1-7]$/.test(event.key) ? event.key : undefined);
  const command = /^[[\]{}]$/.test(event.key)
    ? COMMANDS[event.key]
    : digit
      ? FAMILIES[Number(digit) - 1].id
      : COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  return command ? { command, everywhere: event.shiftKey, alone: event.key.length === 1 } : null;
}

/** @type {(event: KeyboardEvent) => "undo"|"redo"|null} */
export function askedBack(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}
