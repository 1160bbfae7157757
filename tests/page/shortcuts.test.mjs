import assert from "node:assert/strict";
import { test } from "node:test";
import { commandFor, displayed, historyCommandFor, keyOf, SHORTCUTS } from "../../www/shortcuts.js";

const NOTHING = { code: "", ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
/** @returns {any} */
const press = (key, more = {}) => ({ ...NOTHING, key, getModifierState: () => false, ...more });
const command = (key, more) => commandFor(press(key, more))?.command ?? null;

test("every key has one command, and every command a key", () => {
  const bound = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts).filter((one) => one.command);
  const keys = bound.flatMap((one) => one.keys);
  assert.equal(new Set(keys).size, keys.length);
  for (const one of bound) assert.equal(keyOf(one.command), one.keys[0]);
  for (const one of bound) if (!one.keys[0].startsWith("Mod+")) assert.equal(command(one.keys[0]), one.command);
});

test("keys with Ctrl, Alt or Cmd are the browser’s, but AltGr is part of a character", () => {
  for (const modifier of ["ctrlKey", "altKey", "metaKey"]) assert.equal(command("q", { [modifier]: true }), null);
  const altGr = { ctrlKey: true, altKey: true, getModifierState: (name) => name === "AltGraph" };
  assert.equal(command("[", { ...altGr, code: "Digit8" }), "widenStart");
  assert.equal(command("x"), null);
});

test("with Shift a command applies everywhere, on any keyboard layout", () => {
  const everywhere = (key, code) => commandFor(press(key, { code, shiftKey: true }));
  assert.deepEqual(everywhere("!", "Digit1"), { command: "person", everywhere: true, isSingleKey: true });
  assert.deepEqual(everywhere("1", "Digit1"), { command: "person", everywhere: true, isSingleKey: true });
  assert.deepEqual(everywhere("Delete", "Delete"), { command: "remove", everywhere: true, isSingleKey: false });
  assert.equal(command("&", { code: "Digit1" }), "person", "a French keyboard without Shift");
  assert.equal(command("Q", { shiftKey: true }), "quote");
});

test("undo and redo take Ctrl or Cmd", () => {
  const history = (key, more) => historyCommandFor(press(key, more));
  assert.equal(history("z", { ctrlKey: true }), "undo");
  assert.equal(history("z", { metaKey: true }), "undo");
  assert.equal(history("Z", { ctrlKey: true, shiftKey: true }), "redo");
  assert.equal(history("y", { ctrlKey: true }), "redo");
  assert.equal(history("z"), null);
  assert.equal(history("z", { ctrlKey: true, altKey: true }), null);
});

test("keys are displayed by their usual names", () => {
  assert.deepEqual(["Mod+z", "Shift+ArrowLeft", "Escape", "q"].map(displayed), ["Ctrl+Z", "Shift+←", "Esc", "q"]);
});
