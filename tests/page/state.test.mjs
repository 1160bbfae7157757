import "../libraries.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore, INITIAL } from "../../www/state/store.js";

const updates = await import("../../www/state/updates.js");
const { toggle } = await import("../../www/state/preferences.js");

const EMPTY = { entities: [], chains: [], quotes: [], quoted_terms: [], sentences: [] };

test("from loading to reading and back", () => {
  const store = createStore(INITIAL);
  const phases = [];
  store.subscribe((state) => phases.push(`${state.phase} ${state.view}`));
  store.update(updates.engineReady);
  store.update(updates.annotationStarted);
  store.update(updates.annotated("A text.", EMPTY, 3));
  store.update(updates.edit);
  store.update(updates.read);
  store.update(updates.clear);
  assert.deepEqual(phases, [
    "ready writing",
    "working writing",
    "ready reading",
    "ready writing",
    "ready reading",
    "ready writing",
  ]);
  assert.equal(store.get().document, null);
  assert.equal(store.get().text, "");
});

test("a text that comes before the engine is ready stays under way", () => {
  const state = updates.engineReady(updates.annotationStarted(INITIAL));
  assert.equal(state.phase, "working");
});

test("nobody is told of what changes nothing", () => {
  const store = createStore(INITIAL);
  store.subscribe(() => assert.fail("told"));
  store.update(updates.point(null));
  store.update(updates.read);
});

test("a filter is switched without touching the state before", () => {
  const hidden = toggle("person")(INITIAL).hidden;
  assert.ok(hidden.has("person") && !INITIAL.hidden.has("person"));
  assert.ok(!toggle("number")(INITIAL).hidden.has("number"));
});
