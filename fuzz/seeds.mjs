// Writes the fuzzers' first inputs to fuzz/corpus, from the articles that the tests use. Whole sentences reach the
// later stages sooner than libFuzzer's own guesses.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const LONGEST = 200;

/** @type {string[]} */
const articles = ["sample", "quotes", "chains"].flatMap((name) => {
  const rows = readFileSync(path.join(here, "..", "tests", "data", `${name}.jsonl`), "utf8")
    .trimEnd()
    .split("\n");
  return rows.map((row) => JSON.parse(row).text);
});

/** Groups of sentences of up to LONGEST bytes. @param {string} text */
function parts(text) {
  /** @type {Buffer[]} */
  const found = [];
  let part = "";
  for (const sentence of text.split(/(?<=[.!?][”"’']?\s)/)) {
    if (part && Buffer.byteLength(part + sentence) > LONGEST) {
      found.push(Buffer.from(part));
      part = "";
    }
    part += sentence;
  }
  return [...found, Buffer.from(part)].map((bytes) => bytes.subarray(0, LONGEST));
}

/** Pseudo-random bytes that are the same in every run. @param {Buffer} seed @param {number} length */
const noise = (seed, length) => createHash("shake256", { outputLength: length }).update(seed).digest();

// "0" is an even byte, which means that UTF-8 follows (tests/checks/texts.rs).
const texts = articles.flatMap(parts).map((part) => Buffer.concat([Buffer.from("0"), part]));

/** @type {Record<string, (text: Buffer) => Buffer>} */
const targets = {
  annotate: (text) => text,
  offsets: (text) => text,
  // The text's length, the text, and the bytes that decide everything else.
  tags: (text) => Buffer.concat([Buffer.from([text.length]), text, noise(text, 250)]),
  exports: (text) => Buffer.concat([Buffer.from([text.length]), text, noise(text, 250)]),
  imports: (text) => Buffer.concat([Buffer.from([text.length]), text, noise(text, 250)]),
  model: (text) => noise(text, 60),
  values: (text) => noise(text, 200),
};

for (const [target, make] of Object.entries(targets)) {
  const folder = path.join(here, "corpus", target);
  mkdirSync(folder, { recursive: true });
  for (const [index, text] of texts.entries()) writeFileSync(path.join(folder, `seed-${index}`), make(text));
}
console.log(`${texts.length} seeds for each of ${Object.keys(targets).join(", ")}`);
