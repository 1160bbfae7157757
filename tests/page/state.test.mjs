import "../libraries.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileText } from "../../www/import/file.js";
import { boxText } from "../../www/import/paste.js";
import { createStore, INITIAL } from "../../www/state/store.js";

const updates = await import("../../www/state/updates.js");

const EMPTY = { entities: [], chains: [], quotes: [], quoted_terms: [], sentences: [] };

test("from loading to reading and back", () => {
  const store = createStore(INITIAL);
  const phases = [];
  store.subscribe((state) => phases.push(`${state.phase} ${state.view}`));
  store.update(updates.engineReady);
  store.update(updates.started);
  store.update(updates.finished("A text.", EMPTY, 3));
  store.update(updates.edit);
  store.update(updates.read);
  store.update(updates.clear);
  assert.deepEqual(phases, [
    "ready writing", "working writing", "ready reading", "ready writing", "ready reading", "ready writing",
  ]);
  assert.equal(store.get().document, null);
  assert.equal(store.get().text, "");
});

test("a text that comes before the engine is ready stays under way", () => {
  const state = updates.engineReady(updates.started(INITIAL));
  assert.equal(state.phase, "working");
});

test("nobody is told of what changes nothing", () => {
  const store = createStore(INITIAL);
  store.subscribe(() => assert.fail("told"));
  store.update(updates.point(null));
  store.update(updates.read);
});

test("a filter is switched without touching the state before", () => {
  const hidden = updates.toggle("person")(INITIAL).hidden;
  assert.ok(hidden.has("person") && !INITIAL.hidden.has("person"));
  assert.ok(!updates.toggle("number")(INITIAL).hidden.has("number"));
});

test("what was pasted is had back with its own line breaks, unless it was edited", () => {
  // What of a text box matters here: it knows no other line break than "\n".
  const box = {
    held: "",
    selectionStart: 0,
    selectionEnd: 0,
    get value() { return this.held; },
    set value(text) { this.held = text.replace(/\r\n?/g, "\n"); },
  };
  const typed = boxText(box);
  const clipboard = { clipboardData: { getData: () => "a\r\nb" } };
  typed.pasted(clipboard);
  box.value = "a\r\nb";
  assert.equal(typed.get(), "a\r\nb");
  box.value += "c";
  assert.equal(typed.get(), "a\nbc");
  typed.set("x\ry");
  assert.equal(typed.get(), "x\ry");
});

test("files in the encodings that old articles are in", async () => {
  const bytes = (...list) => new Blob([new Uint8Array(list)]);
  assert.equal(await fileText(new Blob(["“Olá”"])), "“Olá”");
  assert.equal(await fileText(bytes(0x4f, 0x6c, 0xe1)), "Olá");
  assert.equal(await fileText(bytes(0xff, 0xfe, 0x4f, 0, 0x1c, 0x20)), "O“");
  assert.equal(await fileText(bytes(0xfe, 0xff, 0, 0x4f, 0x20, 0x1c)), "O“");
});
