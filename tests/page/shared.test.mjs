// What Rust and JavaScript both do, tested on the same files: the tests of Rust called "agrees with the page"
// are the other side.

import "./corrector.mjs";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isDocument } from "../../www/document/is-document.js";
import { groupBySpeaker } from "../../www/document/speakers.js";
import { titleOf } from "../../www/document/title.js";
import { confidenceText } from "../../www/document/words.js";

const { readNewsmark } = await import("../../www/import/newsmark.js");

/** @param {string} name */
const vectors = (name) => JSON.parse(readFileSync(new URL(`../data/shared/${name}.json`, import.meta.url), "utf8"));

test("a confidence in words", () => {
  for (const [confidence, words] of vectors("confidence")) assert.equal(confidenceText(confidence), words);
});

test("an article's title", () => {
  for (const { text, title } of vectors("titles")) assert.equal(titleOf(text), title);
});

test("quotations by speaker", () => {
  for (const { what, text, document, speakers } of vectors("speakers")) {
    const found = groupBySpeaker(text, document, document.quotes).map(({ name, quotes }) => ({
      name,
      quotes: quotes.map(({ id }) => id),
    }));
    assert.deepEqual(found, speakers, what);
  }
});

test("what is a document about a text", () => {
  const { text, base, cases } = vectors("documents");
  for (const one of cases) assert.equal(isDocument(changed(base, one), text), one.valid, one.what);
});

test("which Newsmark files can be opened", async () => {
  const { base, cases } = vectors("newsmark-files");
  for (const one of cases) assert.equal(await opened(changed(base, one)), one.verdict, one.what);
});

/**
 * The base with one value changed, or removed where the case has none.
 * @param {object} base
 * @param {{at?: string, value?: unknown}} case
 */
function changed(base, { at, value }) {
  if (at === undefined) return base;
  if (at === "") return value;
  const copy = structuredClone(base);
  const keys = at.split("/").slice(1);
  const last = /** @type {string} */ (keys.pop());
  /** @type {any} */
  let parent = copy;
  for (const key of keys) parent = parent[key];
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

/** @param {object} file */
async function opened(file) {
  try {
    await readNewsmark(JSON.stringify(file));
    return "opens";
  } catch (error) {
    return /newer version/.test(/** @type {Error} */ (error).message) ? "newer" : "damaged";
  }
}
