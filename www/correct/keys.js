/**
 * The keys for correcting, as they work while the article or the popover has the focus, and as the
 * sheet of keys lists them.
 *
 * @typedef {import("../document/families.js").FamilyId} FamilyId
 * @typedef {{keys: string[], action: string}} Key
 *
 * @typedef {"open"|"quote"|"remove"|"speaker"|"name"|"everywhere"|"widenStart"|"widenEnd"|"narrowStart"|"narrowEnd"} Command
 */

import { FAMILIES } from "../document/families.js";

/** @type {{title: string, keys: Key[]}} */
export const CORRECTING_SHORTCUTS = {
  title: "Correcting",
  keys: [
    { keys: ["Enter"], action: "Correct the mark that has the focus, or the selected words" },
    ...FAMILIES.map(({ label, types }, i) => ({
      keys: [String(i + 1)],
      action: `Mark as: ${label.toLowerCase()}${types.length > 1 ? "; again for the next type of them" : ""}`,
    })),
    { keys: ["q"], action: "Mark the selected words as a quotation" },
    { keys: ["s"], action: "Choose who says a quotation" },
    { keys: ["n"], action: "Change a name" },
    { keys: ["Delete"], action: "Remove a mark" },
    { keys: ["Shift 1 … 7", "Shift Delete"], action: "The same everywhere in this article" },
    { keys: ["e"], action: "While a mark is corrected: everywhere in this article, or only here" },
    { keys: ["[", "]"], action: "Widen a mark by a word at its start or end" },
    { keys: ["{", "}"], action: "Narrow a mark by a word at its start or end" },
    { keys: ["Shift →", "Shift ←"], action: "Select words, beginning beside the mark that has the focus" },
    { keys: ["→", "←"], action: "Once words are selected: the next or the previous word instead" },
    { keys: ["Ctrl Z"], action: "Undo the last correction" },
    { keys: ["Ctrl Shift Z"], action: "Do it again" },
    { keys: ["Esc"], action: "Close what is open, and go back to the mark" },
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
 * @returns {{command: Command|FamilyId, everywhere: boolean, isSingleKey: boolean}|null} `alone`: a letter or a sign by itself
 */
export function commandFor(event) {
  // Where a bracket needs it, AltGr is part of the key.
  const isUnmodified = event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey || event.metaKey);
  if (!isUnmodified) return null;
  // Shift makes another character of a digit, and which one is a matter of the keyboard.
  const digit =
    /^(?:Digit|Numpad)([1-7])$/.exec(event.code)?.[1] ?? (/^[1-7]$/.test(event.key) ? event.key : undefined);
  const command = /^[[\]{}]$/.test(event.key)
    ? COMMANDS[event.key]
    : digit
      ? FAMILIES[Number(digit) - 1].id
      : COMMANDS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  return command ? { command, everywhere: event.shiftKey, isSingleKey: event.key.length === 1 } : null;
}

/** @type {(event: KeyboardEvent) => "undo"|"redo"|null} */
export function undoOrRedo(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}
