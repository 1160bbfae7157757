import assert from "node:assert/strict";
import { test } from "node:test";
import { resizedByWord } from "../../www/correct/extent.js";
import { subjectAt } from "../../www/correct/subject.js";
import { shownIn } from "../../www/document/shown.js";
import { at, found, TEXT } from "./documents.mjs";

const text = "She said: “No, it isn’t – not in Saint-Denis.” He left.";
/** @returns {[number, number]} */
const range = (words) => [text.indexOf(words), text.indexOf(words) + words.length];
const step = (words, kind, marks = false) => text.slice(...resizedByWord(text, range(words), kind, marks));

test("a name grows and shrinks by words, without the punctuation around them", () => {
  assert.equal(step("it", "widenEnd"), "it isn’t");
  assert.equal(step("it", "widenStart"), "No, it");
  assert.equal(step("it isn’t", "narrowEnd"), "it");
  assert.equal(step("No, it isn’t", "narrowStart"), "it isn’t");
});

test("a quotation includes the punctuation beside its words, even dashes", () => {
  assert.equal(step("it isn’t", "widenStart", true), "“No, it isn’t");
  assert.equal(step("not in Saint-", "widenEnd", true), "not in Saint-Denis.”");
  assert.equal(step("He left.", "widenStart", true), "-Denis.” He left.");
});

test("the last word stays, and a range never leaves the text", () => {
  assert.equal(step("it", "narrowEnd"), "it");
  assert.equal(step("it", "narrowStart"), "it");
  assert.equal(step("She", "widenStart"), "She");
  assert.equal(step("left", "widenEnd"), "left");
  assert.deepEqual(resizedByWord("", [0, 0], "widenEnd", true), [0, 0]);
});

test("a position has a name, a person or thing, and the quotation around it to correct", () => {
  const document = found();
  const all = shownIn(document, new Set());
  const lee = subjectAt(document, at("Lee", 1)[0], all);
  assert.deepEqual([lee.entity.text, lee.chain.name, lee.quote.id], ["Lee", "Ann Lee", 0]);
  const he = subjectAt(document, at(" he ")[0] + 1, all);
  assert.deepEqual([he.entity, he.chain.name, he.mention.kind, he.quote.id], [null, "Bob Roe", "pronoun", 2]);
  const nothing = subjectAt(
    document,
    at("yard")[0] - 30,
    shownIn(document, new Set(["direct", "mixed", "indirect", "person", "place"])),
  );
  assert.deepEqual(nothing, { entity: null, mention: null, chain: null, quote: null });
  assert.equal(TEXT.slice(...at("Lee", 1)), "Lee");
});
