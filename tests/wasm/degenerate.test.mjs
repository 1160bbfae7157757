// Degenerate inputs: for each long text, the WebAssembly build gives the same document as the command line. With
// NEWSMARK_FULL_SIZE=1 the texts are ten times as long, up to 10 MB. docs/reliability.md lists the times.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { native, pkg } from "../support.mjs";

const engine = path.join(pkg, "engine");
const { Annotator, initSync } = await import(path.join(engine, "newsmark.js"));
const { memory } = initSync({ module: readFileSync(path.join(engine, "newsmark_bg.wasm")) });
const annotator = new Annotator(readFileSync(path.join(engine, "newsmark.model")));

const full = process.env.NEWSMARK_FULL_SIZE === "1";

/** Repeats the piece up to this number of bytes at full size. @param {string} piece @param {number} bytes */
const long = (piece, bytes) => piece.repeat(bytes / (full ? 1 : 10) / Buffer.byteLength(piece));

/** @type {Record<string, string>} */
const TEXTS = {
  "prose on one line": long(
    "The minister, Ada Conti of Turin, said on Tuesday that she paid $4 million, “and no more”. ",
    1e7,
  ),
  "opening quotation marks": long("“", 1e6),
  "straight quotation marks": long('"', 1e6),
  "one-letter paragraphs": long("a\n", 2e6),
  "nested quotation marks and brackets": long("“‘", 3e5) + long("([", 1e5) + long("])", 1e5) + long("’”", 3e5),
  "one word": long("x", 1e6),
  digits: long("1", 1e6),
  NUL: long("\0", 1e6),
  Arabic: long("قال الوزير إن المدينة آمنة. ", 1e6),
  Chinese: long("部长星期二在北京说。", 1e6),
  Hindi: long("मंत्री ने मंगलवार को कहा। ", 1e6),
  Thai: long("รัฐมนตรีกล่าวเมื่อวันอังคาร ", 1e6),
  emoji: long("🎉👩‍🚀🇫🇷", 1e6),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(name, () => {
    const before = process.cpuUsage();
    const document = annotator.annotate(text);
    const { user } = process.cpuUsage(before);
    console.log(
      `${name}: ${Buffer.byteLength(text)} bytes, ${(user / 1e6).toFixed(1)} s, ${Math.round(memory.buffer.byteLength / 1e6)} MB so far`,
    );
    // Not deepEqual, because its message would be as long as the documents.
    assert.ok(
      JSON.stringify(document) === JSON.stringify(native({ text }).text),
      "the document differs from the command line's",
    );
  });
}

test("only lone surrogates", () => {
  const text = long("\ufffd", 3e6);
  const found = annotator.annotate(text.replaceAll("\ufffd", "\ud800"));
  assert.ok(JSON.stringify(found) === JSON.stringify(annotator.annotate(text)));
  assert.equal(found.sentences.length, 1);
});
