// What the page makes of corrections: the same as crates/corrections, whose test vectors these are.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { root } from "../support.mjs";
import { corrector } from "./corrector.mjs";
import { at, check, found, TEXT } from "./documents.mjs";

const { corrected, isSound, placesLike, reanchored, unappliedIn } = corrector;

const lines = readFileSync(path.join(root, "tests/data/corrections.jsonl"), "utf8").trimEnd().split("\n");
const vectors = lines.map((line) => JSON.parse(line));
const texts = new Map(vectors.filter(({ id }) => id).map(({ id, ...about }) => [id, about]));

/** A line for each record, as in crates/corrections/tests/vectors.rs. */
function described(document) {
  const ranges = (list) => list.map((range) => range.join("-")).join(",") || "none";
  const chain = (id) => {
    if (id === null) return "none";
    const { start, end } = document.chains[id].mentions.find(({ kind }) => kind === "name");
    return `${start}-${end}`;
  };
  const by = (record) => (record.by ? " by you" : "");
  return [
    ...document.entities.map((one) => {
      const { start, end, type, confidence, text } = one;
      const about = `${start}-${end} ${type} chain ${chain(one.chain)} confidence ${confidence}`;
      return `entity ${about} ${JSON.stringify(text)}${by(one)}`;
    }),
    ...document.chains.map((one) => {
      const titles = ranges(one.titles.map(({ start, end }) => [start, end]));
      const mentions = one.mentions.map(({ start, end, kind }) => `${start}-${end} ${kind}`).join(", ");
      const related = one.related === undefined ? "" : ` related ${chain(one.related)}`;
      const name = JSON.stringify(one.name);
      return `chain ${chain(one.id)} ${one.type} ${name} titles ${titles} mentions ${mentions}${related}${by(one)}`;
    }),
    ...document.quotes.map((one) => {
      const [content, quoted, cue, speaker] = [one.content, one.quoted, one.cue, one.speaker].map(ranges);
      const words = `${content} ${one.type} quoted ${quoted} cue ${cue} speaker ${speaker}`;
      const speaks = `name ${JSON.stringify(one.speaker_name)} chain ${chain(one.speaker_chain)}`;
      return `quote ${words} ${speaks} confidence ${one.confidence} ${JSON.stringify(one.why)}${by(one)}`;
    }),
    ...document.quoted_terms.map((range) => `term ${range.join("-")}`),
  ];
}

test("corrections do what they do in Rust", () => {
  for (const { about, corrections, unapplied, chains, gone, new: made } of vectors.filter(({ gone }) => gone)) {
    const { text, found } = texts.get(about);
    const untouched = structuredClone(found);
    const document = corrected(text, found, corrections);
    const [before, after] = [described(found), described(document)];
    const told = JSON.stringify({ about, corrections });
    assert.deepEqual(
      before.filter((line) => !after.includes(line)),
      gone,
      told,
    );
    assert.deepEqual(
      after.filter((line) => !before.includes(line)),
      made,
      told,
    );
    assert.equal(document.chains.length, chains, told);
    for (const list of [document.entities, document.chains, document.quotes])
      assert.deepEqual(
        list.map(({ id }) => id),
        list.map((_, id) => id),
        told,
      );
    assert.deepEqual(
      unappliedIn(document).map(({ index }) => index),
      unapplied,
      told,
    );
    assert.deepEqual(found, untouched);
  }
});

test("they go to an edited text as in Rust, and back", () => {
  for (const { about, after, corrections, undone = [], kept, kept_undone = [], orphaned, back } of vectors) {
    if (!after) continue;
    const { text, found } = texts.get(about);
    const there = reanchored({ text, found, corrections, future: undone, lost: [] }, after);
    assert.deepEqual(there, { corrections: kept, future: kept_undone, lost: orphaned });
    const again = reanchored({ text: after, found: null, ...there }, text);
    assert.deepEqual([again.corrections, again.lost.length], [back.corrections, back.orphaned]);
  }
});

test("nothing changes without corrections, and what is untouched stays the same object", () => {
  const document = found();
  assert.equal(corrected(TEXT, document, []), document);
  const without = corrected(TEXT, document, [{ do: "unmark", at: at("Monday") }]);
  check(TEXT, without);
  assert.equal(without.entities[0], document.entities[0]);
  assert.ok(without.chains.every((chain, id) => chain === document.chains[id]));
  assert.ok(without.quotes.every((quote, id) => quote === document.quotes[id]));
});

test("the places with the same words are counted", () => {
  assert.equal(placesLike(TEXT, found(), [], at("Lund")), 3);
  assert.equal(placesLike(TEXT, found(), [{ do: "mark", at: at("left Lund"), type: "EVENT" }], at("Lund")), 2);
});

test("corrections from a file are sound, or are refused", async () => {
  const sound = (corrections, lost = []) => isSound({ corrections, future: [], lost }, TEXT, found());
  assert.ok(await sound([]));
  assert.ok(await sound([{ do: "unmark", at: [0, TEXT.length] }]));
  for (const corrections of [[{ do: "unmark", at: [0, TEXT.length + 1] }], [{ do: "rename" }], [null], [7]])
    assert.equal(await sound(corrections), false, JSON.stringify(corrections));
  assert.equal(await sound([], [{ correction: { do: "unmark", at: [0, 3] }, passages: ["Jo"] }]), false);
  /** @type {import("../../npm/document.js").Range} */
  const beyond = [0, TEXT.length + 1];
  const elsewhere = { ...found(), quoted_terms: [beyond] };
  assert.equal(
    await isSound({ corrections: [{ do: "unmark", at: [0, 3] }], future: [], lost: [] }, TEXT, elsewhere),
    false,
  );
});

test("half a surrogate pair in a text moves nothing", () => {
  const text = `\ud83d Ann Lee spoke.`;
  const nothing = { entities: [], chains: [], quotes: [], quoted_terms: [], sentences: [] };
  const document = corrected(text, nothing, [
    { do: "mark", at: [2, 9], type: "PERSON" },
    { do: "rename", at: [2, 9], name: "\ud83d Lee" },
  ]);
  assert.deepEqual([document.entities[0].text, document.chains[0].name], ["Ann Lee", "\ufffd Lee"]);
});
