import assert from "node:assert/strict";
import { test } from "node:test";
import { keepPreferences, parsePreferences, serialisePreferences } from "../../www/state/preferences.js";

/** @type {any} */
const VIEW = { hidden: new Set(["number", "unsure"]), labels: true, tab: "quotes", order: "name", letterKeys: false };

test("preferences are stored and restored", () => {
  assert.deepEqual(parsePreferences(serialisePreferences(VIEW)), VIEW);
});

test("invalid stored preferences are ignored", () => {
  for (const kept of [null, "", "{", "3", "null", '"x"', "[]"]) assert.deepEqual(parsePreferences(kept), {}, kept);
  const odd = { hidden: ["place", "colour", 7], labels: "yes", tab: "maps", order: "size", letterKeys: null };
  assert.deepEqual(parsePreferences(JSON.stringify(odd)), { hidden: new Set(["place"]) });
});

test("a browser that stores nothing causes no error", () => {
  /** @type {any} */
  const store = { update: () => assert.fail("updated"), subscribe: () => assert.fail("subscribed") };
  /** @type {any} */ (globalThis).localStorage = {
    getItem() {
      throw new Error("blocked");
    },
  };
  try {
    keepPreferences(store);
  } finally {
    delete globalThis.localStorage;
  }
});
