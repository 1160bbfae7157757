// The WebAssembly build and the native build give the same document for the same text.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { EXAMPLE } from "../../www/import/example.js";
import { goldArticle, native, needsShared, pkg } from "../support.mjs";
import { TEXTS } from "./texts.mjs";

const engine = path.join(pkg, "engine");
const { Annotator, initSync } = await import(path.join(engine, "newsmark.js"));
initSync({ module: readFileSync(path.join(engine, "newsmark_bg.wasm")) });
const model = readFileSync(path.join(engine, "newsmark.model"));
const annotator = new Annotator(model);

test("the same document as the command line's", () => {
  const expected = native(TEXTS);
  for (const [name, text] of Object.entries(TEXTS)) assert.deepEqual(annotator.annotate(text), expected[name], name);
});

test("the same document as the command line's, for the gold article", needsShared(), () => {
  const { text } = goldArticle();
  assert.deepEqual(annotator.annotate(text), native({ text }).text);
});

test("an edited text is annotated as if it were new", () => {
  const versions = [EXAMPLE, EXAMPLE.replace(". ", " again. "), EXAMPLE.slice(100), "", EXAMPLE];
  for (const text of versions) assert.deepEqual(annotator.revise(text), annotator.annotate(text));
});

test("every offset counts UTF-16 code units of the text as given", () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    const document = annotator.annotate(text);
    for (const { start, end, text: words } of document.entities) assert.equal(text.slice(start, end), words, name);
    for (const { titles } of document.chains) {
      for (const { start, end, text: words } of titles) assert.equal(text.slice(start, end), words, name);
    }
    const ranges = document.quotes.flatMap((q) => [...q.content, ...q.quoted, ...q.cue, ...q.speaker]);
    for (const [start, end] of [...ranges, ...document.quoted_terms, ...document.sentences]) {
      assert.ok(0 <= start && start < end && end <= text.length, name);
      assert.doesNotMatch(text.slice(start, end), /\p{Surrogate}/u, name);
    }
  }
});

test("the example has entities and quotations", () => {
  const { entities, quotes } = annotator.annotate(EXAMPLE);
  assert.ok(entities.length > 40, `${entities.length} entities`);
  assert.ok(quotes.length > 8, `${quotes.length} quotations`);
});

test("a lone surrogate changes neither the offsets nor the annotations", () => {
  const sound = "\ufffd “Yes,” said Ann Lee of Boston. \ufffd Lee left for Paris.";
  for (const broken of [sound.replaceAll("\ufffd", "\ud800"), sound.replaceAll("\ufffd", "\udfff")]) {
    assert.deepEqual(annotator.annotate(broken), annotator.annotate(sound));
  }
  annotator.annotate("\ud800".repeat(1000));
});

test("an annotator can annotate several texts, and the same text twice", () => {
  const first = annotator.annotate(EXAMPLE);
  annotator.annotate(TEXTS["astral characters"]);
  assert.deepEqual(annotator.annotate(EXAMPLE), first);
});

test("a missing value is null", () => {
  const { entities } = annotator.annotate("It was on Monday.");
  for (const entity of entities) assert.ok(entity.chain === null || typeof entity.chain === "number");
});

test("a damaged model throws an Error", () => {
  const broken = [new Uint8Array(), new Uint8Array(100), model.subarray(0, model.length >> 1)];
  for (const bytes of broken) {
    assert.throws(
      () => new Annotator(bytes),
      (error) => error instanceof Error && /\w+ \w+/.test(error.message),
    );
  }
});
