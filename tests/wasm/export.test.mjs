// The wasm build of the exports writes what the command line writes: the same bytes for the same article.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { GROUPS } from "../../www/generated/formats.js";
import { SCHEMA_VERSION } from "../../www/generated/tables.js";
import { EXAMPLE } from "../../www/import/example.js";
import { newsmark, pkg } from "../support.mjs";

const engine = path.join(pkg, "engine");
const { exportAs, importAnnotations, initSync } = await import(path.join(engine, "export.js"));
initSync({ module: readFileSync(path.join(engine, "export_bg.wasm")) });

const FORMATS = GROUPS.flatMap((group) => group.formats.map(({ id }) => id));
const TEXTS = {
  example: EXAMPLE,
  hard: "🎉 “We won 👩‍👩‍👧,” said Ame\u0301lie Lee\r\nof São Paulo. <b>=1+1</b>, said Bob Roe.\u2028",
  blank: " \r\n",
};

/** @param {string} format @param {string} text */
const native = (format, text) =>
  execFileSync(newsmark, ["annotate", "--format", format], { input: text, maxBuffer: 1 << 26 });

for (const [name, text] of Object.entries(TEXTS)) {
  test(`the same files as the command line's: ${name}`, () => {
    const file = native("json", text).toString();
    for (const format of FORMATS) {
      const { bytes, type } = exportAs(format, file);
      assert.deepEqual(Buffer.from(bytes), native(format, text), format);
      assert.match(type, /^(application|text)\//);
    }
  });
}

test("the page reads and writes the schema that the crate has", () => {
  const { version, model } = JSON.parse(native("json", TEXTS.hard).toString());
  assert.equal(SCHEMA_VERSION, version);
  const said = execFileSync(newsmark, ["--version"], { encoding: "utf8" });
  assert.ok(said.includes(`(schema ${SCHEMA_VERSION}, model ${model})`), said);
});

test("files are called by their title and their kind", () => {
  const file = JSON.stringify({ ...JSON.parse(native("json", EXAMPLE).toString()), title: "../Who & <what>" });
  const names = FORMATS.map((format) => exportAs(format, file).name);
  assert.equal(new Set(names).size, FORMATS.length);
  for (const name of names) assert.match(name, /^Who-what\./);
});

test("web annotations come back with offsets in UTF-16 units", () => {
  const annotations = native("w3c", TEXTS.hard).toString();
  const { document, unplaced, unknown } = JSON.parse(importAnnotations(TEXTS.hard, annotations));
  assert.deepEqual([unplaced, unknown], [0, 0]);
  assert.ok(document.entities.length >= 2);
  for (const { start, end, text } of document.entities) assert.equal(TEXTS.hard.slice(start, end), text);
});

test("what cannot be exported or read is told in an Error, and the module goes on", () => {
  const file = native("json", TEXTS.hard).toString();
  const wrong = { ...JSON.parse(file), text: "Another text." };
  for (const [format, content] of [
    ["pdf", file],
    ["tei", "{}"],
    ["tei", "no"],
    ["tei", JSON.stringify(wrong)],
  ]) {
    assert.throws(
      () => exportAs(format, content),
      (error) => error instanceof Error && /\w+ \w+/.test(error.message),
    );
  }
  assert.throws(() => importAnnotations("Text.", "[]"), /no web annotations/);
  assert.ok(exportAs("tei", file).bytes.length > 0);
});
