import assert from "node:assert/strict";
import { test } from "node:test";
import { FAMILIES, familyOf } from "../../www/document/families.js";
import { grouped } from "../../www/document/groups.js";
import { bySpeaker } from "../../www/document/speakers.js";
import { counted, sureness } from "../../www/document/words.js";

const text = "Mayor Ann Lee spoke. Lee said “yes”. An aide said “no”. “Maybe.” On Monday, and on Monday.";
const at = (words, from = 0) => {
  const start = text.indexOf(words, from);
  return [start, start + words.length];
};
const mention = ([start, end], kind = "name") => ({ start, end, kind });
const quote = (id, words, speaker, name, chain) => ({
  id, type: "direct", content: [at(words)], quoted: [at(words)], cue: [], speaker: speaker ? [at(speaker)] : [],
  speaker_name: name, speaker_chain: chain, confidence: 1, why: "",
});
const monday = [at("Monday"), at("Monday", at("Monday")[1])];
const document = {
  entities: monday.map(([start, end], id) => ({ id, start, end, type: "DATE", text: "Monday", chain: null, confidence: 0.7 })),
  chains: [
    {
      id: 0, type: "PERSON", name: "Ann Lee",
      titles: [{ start: 0, end: 5, text: "Mayor" }, { start: 0, end: 5, text: "mayor" }],
      mentions: [mention(at("Ann Lee")), mention(at("Lee", at("Ann Lee")[1]))],
    },
  ],
  quotes: [quote(0, "“Maybe.”", null, null, null), quote(1, "“yes”", "Lee", "Ann Lee", 0), quote(2, "“no”", "An aide", null, null)],
  quoted_terms: [],
  sentences: [],
};

test("every type is in one family", () => {
  const types = FAMILIES.flatMap((family) => family.types);
  assert.equal(new Set(types).size, 18);
  assert.equal(types.length, 18);
  for (const family of FAMILIES) for (const type of family.types) assert.equal(familyOf(type), family);
});

test("names are listed by family, with their titles, other names and counts", () => {
  const [people, times] = grouped(text, document);
  assert.equal(people.family.id, "person");
  assert.deepEqual(
    people.entries.map(({ name, titles, variants, places, quotes }) => [name, titles, variants, places.length, quotes]),
    [["Ann Lee", ["mayor"], ["Lee"], 2, 1]],
  );
  assert.deepEqual(times.entries.map(({ name, places, target }) => [name, places, target]), [
    ["Monday", monday, { kind: "entity", id: 0 }],
  ]);
});

test("who is not named comes after those who are", () => {
  const speakers = bySpeaker(text, document.quotes);
  assert.deepEqual(speakers.map(({ name, quotes }) => [name, quotes.map((q) => q.id)]), [
    ["Ann Lee", [1]], ["An aide", [2]], [null, [0]],
  ]);
});

test("numbers and doubts in words", () => {
  assert.equal(counted(1, "name"), "1 name");
  assert.equal(counted(1234, "name"), "1,234 names");
  assert.deepEqual([0.95, 0.7, 0.31].map(sureness), ["sure (95 %)", "likely (70 %)", "unsure (31 %)"]);
});
