import assert from "node:assert/strict";
import { test } from "node:test";
import { concordance } from "../../www/desk/search/concordance.js";
import { answers, found, queryOf, searchable } from "../../www/desk/search/query.js";

/** @param {string} typed */
const asked = (typed) => {
  const query = queryOf(typed);
  assert.ok(query, typed);
  return query;
};
/** @param {string} text @param {string} typed */
const words = (text, typed) => found(searchable(text), asked(typed)).map(([start, end]) => text.slice(start, end));

test("whole words are found, whatever their case, diacritics and printed characters", () => {
  const text = "Sánchez’s sleep: Sanchez, SÁNCHEZ and Sa\u0301nchez. Lee, asleep; co‐op, O’Brien.";
  assert.deepEqual(words(text, "sanchez"), ["Sánchez", "Sanchez", "SÁNCHEZ", "Sa\u0301nchez"]);
  assert.deepEqual(words(text, "Sánchez"), words(text, "sanchez"));
  const composed = text.normalize("NFC");
  assert.deepEqual(words(composed, "sanchez"), ["Sánchez", "Sanchez", "SÁNCHEZ", "Sánchez"]);
  assert.deepEqual(words("Łódź, Ørsted, Straße", "lodz orsted straße"), ["Łódź", "Ørsted"]);
  assert.deepEqual(words(text, "lee"), ["Lee"]);
  assert.deepEqual(words(text, "co-op"), ["co‐op"]);
  assert.deepEqual(words(text, "o'brien"), ["O’Brien"]);
  assert.deepEqual(words("It cost $5.50 (5x50).", "5.50"), ["5.50"]);
  const plain = "Lee sleeps; LEE, asleep. O’Brien’s co-op, Lee_2.";
  assert.deepEqual(words(plain, "lee"), ["Lee", "LEE"]);
  assert.deepEqual(words(plain, "o'brien"), ["O’Brien"]);
  assert.deepEqual(words("Елена и елена", "елена"), ["Елена", "елена"]);
});

test("phrases, beginnings of words, and what must not occur", () => {
  const text = "The prime\n minister met ministers and a Ministry.";
  assert.deepEqual(words(text, '"prime minister"'), ["prime\n minister"]);
  assert.deepEqual(words(text, "“minister prime”"), []);
  assert.deepEqual(words(text, "minist*"), ["minister", "ministers", "Ministry"]);
  assert.deepEqual(words(text, '"prime minister" minister'), ["prime\n minister"]);
  for (const [typed, expected] of /** @type {const} */ ([
    ["minister ministry", true],
    ["minister king", false],
    ["minister -king", true],
    ["minister -ministry", false],
    ['minister -"prime minister"', false],
    ["minister -minis", true],
  ]))
    assert.equal(answers(searchable(text), asked(typed)), expected, typed);
});

test("nothing is asked for", () => {
  for (const typed of ["", "  ", "-", "*", '""', "-king", "…"]) assert.equal(queryOf(typed), null, typed);
});

test("a concordance has every place with its context, and counts those that it leaves out", () => {
  const texts = [
    { id: 3, text: "A storm.\n\nThe storm of the century, a storm." },
    { id: 5, text: "No wind." },
    { id: 9, text: `${"x".repeat(200)} storm ${"é".repeat(200)}` },
  ].map(({ id, text }) => ({ id, ...searchable(text) }));
  const all = concordance(texts, asked("storm"), 10);
  assert.deepEqual([all.places, all.articles], [4, 2]);
  assert.deepEqual(
    all.lines.slice(0, 2).map(({ article, left, word, right }) => [article, left, word, right]),
    [
      [3, "A ", "storm", ". The storm of the century, a storm."],
      [3, "A storm. The ", "storm", " of the century, a storm."],
    ],
  );
  const [, , , last] = all.lines;
  assert.equal(texts[2].text.slice(...last.place), "storm");
  assert.deepEqual([last.left.length, last.right.length], [80, 80]);
  const few = concordance(texts, asked("storm"), 2);
  assert.deepEqual([few.lines.length, few.places, few.articles], [2, 4, 2]);
});
