/**
 * All keyboard shortcuts, in one table. Handlers look up what a key press means here, and the shortcuts dialog and the
 * hints on buttons show the same table. To change a key, change it here only.
 *
 * @typedef {import("./document/families.js").FamilyId} FamilyId
 *
 * @typedef {"find"|"shortcuts"|"doubtful"} PageCommand
 * @typedef {"widenStart"|"widenEnd"|"narrowStart"|"narrowEnd"} ExtentCommand
 * @typedef {"open"|"quote"|"remove"|"speaker"|"name"|"everywhere"|"accept"|"note"|ExtentCommand|FamilyId} CorrectingCommand
 * @typedef {"undo"|"redo"} HistoryCommand
 * @typedef {PageCommand|CorrectingCommand|HistoryCommand} Command
 *
 * @typedef {Object} Shortcut
 * @property {Command} [command] missing for keys that belong to a control and are only listed
 * @property {string[]} keys each one does it: KeyboardEvent.key, after "Shift+" or "Mod+" (Ctrl, or Cmd on a Mac)
 * @property {string} action what it does, for the dialog
 */

import { FAMILIES } from "./document/families.js";

/** @type {{title: string, shortcuts: Shortcut[]}} */
const READING = {
  title: "Reading",
  shortcuts: [
    { keys: ["ArrowLeft", "ArrowRight"], action: "In the article: go to the previous or next highlight" },
    { keys: ["Enter"], action: "On a name in the list: go to its next mention in the article" },
    { keys: ["Escape"], action: "Go back to the list, or close what is open" },
    { command: "find", keys: ["/"], action: "Find in the article" },
    { keys: ["Mod+c"], action: "Copy the chosen quotation with its speaker, or the selected words" },
    { keys: ["ArrowUp", "ArrowDown"], action: "In a list: go to the previous or next name or quotation" },
    { keys: ["Enter", "Shift+Enter"], action: "While finding: go to the next or previous match" },
    { command: "shortcuts", keys: ["?"], action: "Show keyboard shortcuts" },
  ],
};

/** @type {Shortcut[]} */
const FAMILY_SHORTCUTS = FAMILIES.map(({ id, label, types }, i) => ({
  command: id,
  keys: [String(i + 1)],
  action: `Mark as: ${label.toLowerCase()}${types.length > 1 ? " (press again for the next type)" : ""}`,
}));

/** @type {{title: string, shortcuts: Shortcut[]}} */
const CORRECTING = {
  title: "Correcting",
  shortcuts: [
    { command: "open", keys: ["Enter"], action: "Correct the focused highlight or the selected words" },
    ...FAMILY_SHORTCUTS,
    { command: "quote", keys: ["q"], action: "Mark the selected words as a quotation" },
    { command: "speaker", keys: ["s"], action: "Choose the speaker of a quotation" },
    { command: "name", keys: ["n"], action: "Rename a person or thing" },
    { command: "remove", keys: ["Delete", "Backspace"], action: "Remove a highlight" },
    { command: "accept", keys: ["a"], action: "Accept a highlight that the model is not sure of" },
    { command: "doubtful", keys: ["u"], action: "Go to the next highlight that is to be checked" },
    { command: "note", keys: ["m"], action: "Write a note on a name or a quotation" },
    { keys: ["Shift+1…7", "Shift+Delete"], action: "Do the same everywhere in this article" },
    { command: "everywhere", keys: ["e"], action: "While correcting: switch between everywhere and only here" },
    { command: "widenStart", keys: ["["], action: "One more word at the start" },
    { command: "widenEnd", keys: ["]"], action: "One more word at the end" },
    { command: "narrowStart", keys: ["{"], action: "One word fewer at the start" },
    { command: "narrowEnd", keys: ["}"], action: "One word fewer at the end" },
    { keys: ["Shift+ArrowRight", "Shift+ArrowLeft"], action: "Select words, starting beside the focused highlight" },
    { keys: ["ArrowRight", "ArrowLeft"], action: "With words selected: select the next or previous word instead" },
    { command: "undo", keys: ["Mod+z"], action: "Undo the last correction" },
    { command: "redo", keys: ["Mod+Shift+z", "Mod+y"], action: "Redo the last undone correction" },
    { keys: ["Escape"], action: "Close what is open and return to the highlight" },
  ],
};

/** As the dialog lists them. */
export const SHORTCUTS = [READING, CORRECTING];

/** The shortcuts that have a command, by key. @type {Map<string, Command>} */
const COMMANDS = new Map(
  SHORTCUTS.flatMap(({ shortcuts }) => shortcuts).flatMap(({ command, keys }) =>
    command ? keys.map((key) => /** @type {[string, Command]} */ ([key, command])) : [],
  ),
);

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

/** The names of keys that are not shown as in the table. @type {Record<string, string>} */
const DISPLAYED = {
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Mod: isMac ? "⌘" : "Ctrl",
  Shift: isMac ? "⇧" : "Shift",
};

/**
 * A key as it is shown to users: "Ctrl+Z", "⌘Z".
 * @param {string} key
 */
export const displayed = (key) =>
  key
    .split("+")
    .map((part) => DISPLAYED[part] ?? (key.startsWith("Mod+") ? part.toUpperCase() : part))
    .join(isMac ? "" : "+");

/**
 * The first key of a command, as in the table.
 * @param {Command} command
 */
export function keyOf(command) {
  for (const [key, known] of COMMANDS) if (known === command) return key;
  throw new Error(`${command} has no shortcut`);
}

/**
 * A key in the form of the attribute aria-keyshortcuts.
 * @param {string} key
 */
export const ariaKey = (key) => key.replace("Mod", isMac ? "Meta" : "Control");

/**
 * What a key press without Ctrl or Cmd asks for. Shift, where it is not needed for the character itself, means
 * everywhere in the article.
 * @param {KeyboardEvent} event
 * @returns {{command: Command, everywhere: boolean, isSingleKey: boolean}|null} `isSingleKey`: can be switched off
 */
export function commandFor(event) {
  // On some keyboards brackets need AltGr.
  const isUnmodified = event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey || event.metaKey);
  if (!isUnmodified) return null;
  // Which character a digit key produces, with Shift or without, depends on the keyboard layout.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? "";
  const command = COMMANDS.get(event.key) ?? COMMANDS.get(digit) ?? COMMANDS.get(event.key.toLowerCase());
  return command ? { command, everywhere: event.shiftKey, isSingleKey: event.key.length === 1 } : null;
}

/** @type {(event: KeyboardEvent) => HistoryCommand|null} */
export function historyCommandFor({ ctrlKey, metaKey, altKey, shiftKey, key }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const command = COMMANDS.get(`Mod+${shiftKey ? "Shift+" : ""}${key.toLowerCase()}`);
  return command === "undo" || command === "redo" ? command : null;
}
