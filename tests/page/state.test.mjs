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
    "ready editing",
    "working editing",
    "ready reading",
    "ready editing",
    "ready reading",
    "ready editing",
  ]);
  assert.equal(store.get().document, null);
  assert.equal(store.get().text, "");
});

test("a text that arrives before the engine is ready stays in progress", () => {
  const state = updates.engineReady(updates.annotationStarted(INITIAL));
  assert.equal(state.phase, "working");
});

test("an update without a change notifies nobody", () => {
  const store = createStore(INITIAL);
  store.subscribe(() => assert.fail("told"));
  store.update(updates.point(null));
  store.update(updates.read);
});

test("toggling a filter does not modify the previous state", () => {
  const hidden = toggle("person")(INITIAL).hidden;
  assert.ok(hidden.has("person") && !INITIAL.hidden.has("person"));
  assert.ok(!toggle("number")(INITIAL).hidden.has("number"));
});
