import assert from "node:assert/strict";
import { test } from "node:test";
import { summaryLine } from "../../www/document/explain.js";
import { FAMILIES, familyOf } from "../../www/document/families.js";
import { groupNames } from "../../www/document/groups.js";
import { inOrder } from "../../www/document/order.js";
import { overview, PARTS, runs } from "../../www/document/overview.js";
import { firstAtOrAfter, found } from "../../www/document/search.js";
import { shownIn } from "../../www/document/shown.js";
import { groupBySpeaker } from "../../www/document/speakers.js";
import { rangesOf } from "../../www/document/targets.js";
import { confidenceText, plural } from "../../www/document/words.js";

const text = "Mayor Ann Lee spoke. Lee said “yes”. An aide said “no”. “Maybe.” On Monday, and on Monday.";
/** @returns {[number, number]} */
const at = (words, from = 0) => {
  const start = text.indexOf(words, from);
  return [start, start + words.length];
};
/** @returns {import("../../www/document/types.js").Mention} */
const mention = ([start, end]) => ({ start, end, kind: "name" });
/** @returns {import("../../www/document/types.js").Quote} */
const quote = (id, words, speaker, name, chain) => ({
  id,
  type: "direct",
  medium: "speech",
  content: [at(words)],
  quoted: [at(words)],
  cue: [],
  speaker: speaker ? [at(speaker)] : [],
  speaker_name: name,
  speaker_chain: chain,
  confidence: 1,
  why: "",
});
const monday = [at("Monday"), at("Monday", at("Monday")[1])];
/** @type {import("../../www/document/types.js").NewsDocument} */
const document = {
  entities: monday.map(([start, end], id) => ({
    id,
    start,
    end,
    type: "DATE",
    text: "Monday",
    chain: null,
    confidence: 0.7,
  })),
  chains: [
    {
      id: 0,
      type: "PERSON",
      name: "Ann Lee",
      titles: [
        { start: 0, end: 5, text: "Mayor" },
        { start: 0, end: 5, text: "mayor" },
      ],
      mentions: [mention(at("Ann Lee")), mention(at("Lee", at("Ann Lee")[1]))],
    },
  ],
  quotes: [
    quote(0, "“Maybe.”", null, null, null),
    quote(1, "“yes”", "Lee", "Ann Lee", 0),
    quote(2, "“no”", "An aide", null, null),
  ],
  quoted_terms: [],
  sentences: [],
};
const ALL = shownIn(document, new Set());

test("every type is in exactly one family", () => {
  const types = FAMILIES.flatMap((family) => family.types);
  assert.equal(new Set(types).size, 18);
  assert.equal(types.length, 18);
  for (const family of FAMILIES) for (const type of family.types) assert.equal(familyOf(type), family);
});

test("names are listed by family, with titles, other names and counts", () => {
  const [people, times] = groupNames(text, document, ALL, "count");
  assert.equal(people.family.id, "person");
  assert.deepEqual(
    people.entries.map(({ name, titles, variants, ranges, quotes }) => [name, titles, variants, ranges.length, quotes]),
    [["Ann Lee", ["mayor"], ["Lee"], 2, 1]],
  );
  assert.deepEqual(
    times.entries.map(({ name, ranges, target }) => [name, ranges, target]),
    [["Monday", monday, { kind: "entity", id: 0 }]],
  );
});

test("people whom the article does not name come after the others, and those are ordered by quotations next", () => {
  /** @returns {import("../../www/document/types.js").Chain} */
  const chain = (/** @type {number} */ id, /** @type {string|null} */ name) => ({
    id,
    type: "PERSON",
    name,
    ...(name === null ? { description: `aide ${id}` } : {}),
    titles: [],
    mentions: [{ start: id, end: id + 1, kind: name === null ? "nominal" : "name" }],
  });
  const chains = [chain(0, null), chain(1, "Zed"), chain(2, "Ann")];
  const quotes = [quote(0, "yes", null, "Ann", 2)];
  const [{ entries }] = groupNames(text, { ...document, entities: [], chains, quotes }, ALL, "count");
  assert.deepEqual(
    entries.map(({ name, unnamed }) => [name, unnamed]),
    [
      ["Ann", false],
      ["Zed", false],
      ["aide 0", true],
    ],
  );
});

test("unattributed quotations come last", () => {
  const speakers = groupBySpeaker(text, document, document.quotes);
  assert.deepEqual(
    speakers.map(({ name, quotes }) => [name, quotes.map((q) => q.id)]),
    [
      ["Ann Lee", [1]],
      ["An aide", [2]],
      [null, [0]],
    ],
  );
  for (const order of /** @type {const} */ (["count", "name", "place"]))
    assert.equal(inOrder(speakers, order).at(-1).name, null, order);
});

test("speakers are compared by number of words", () => {
  const words = "He said “don’t sell co-operative 2.5 – not now”. “No,” he said, “never”.";
  /** @type {import("../../www/document/types.js").Quote[]} */
  const quotes = [
    { ...quote(0, "yes", null, "Ann Lee", 0), content: [[8, words.indexOf(".", 40)]] },
    {
      ...quote(1, "yes", null, "Ann Lee", 0),
      content: [
        [words.indexOf("“No"), words.indexOf(" he said, ")],
        [words.indexOf("“never"), words.length - 1],
      ],
    },
  ];
  // don’t, sell, co-operative, 2.5, not, now; No, never
  assert.equal(groupBySpeaker(words, { ...document, chains: [] }, quotes)[0].count, 8);
});

test("lists are sorted by count, by name without case and accents, and by position", () => {
  const entries = [
    { name: "Zoë", count: 1, place: 0 },
    { name: "Élodie", count: 3, place: 5 },
    { name: "ann", count: 3, place: 2 },
    { name: null, count: 9, place: 1 },
  ];
  const names = (order) => inOrder(entries, order).map(({ name }) => name);
  assert.deepEqual(names("count"), ["ann", "Élodie", "Zoë", null]);
  assert.deepEqual(names("name"), ["ann", "Élodie", "Zoë", null]);
  assert.deepEqual(names("place"), ["Zoë", "ann", "Élodie", null]);
  assert.equal(entries[0].name, "Zoë");
});

test("the search finds every name and title", () => {
  const names = (sought) =>
    groupNames(text, document, ALL, "count", sought).flatMap(({ entries }) => entries.map(({ name }) => name));
  assert.deepEqual(names("LEE"), ["Ann Lee"]);
  assert.deepEqual(names(" mayor"), ["Ann Lee"]);
  assert.deepEqual(names("mönd"), ["Monday"]);
  assert.deepEqual(names("nobody"), []);
});

test("a nationality and its country refer to each other and stay separate", () => {
  const related = "Estonian ships sail from Estonia.";
  const chain = (id, type, name, other) => {
    const start = related.indexOf(name);
    return { id, type, name, titles: [], mentions: [mention([start, start + name.length])], related: other };
  };
  /** @type {import("../../www/document/types.js").NewsDocument} */
  const both = {
    ...document,
    entities: [],
    quotes: [],
    chains: [chain(0, "NORP", "Estonian", 1), { ...chain(1, "GPE", "Estonia ", null), name: "Estonia" }],
  };
  const entries = groupNames(related, both, shownIn(both, new Set()), "count").flatMap((group) => group.entries);
  assert.deepEqual(
    entries.map((entry) => [entry.name, entry.related]),
    [
      ["Estonia", ["Estonian"]],
      ["Estonian", ["Estonia"]],
    ],
  );
});

test("a person is emphasised with every name, title and quotation, in order and without duplicates", () => {
  const lit = rangesOf(document, [0, 0], ALL, { kind: "chain", id: 0 });
  assert.deepEqual(
    lit.map(([start, end]) => text.slice(start, end)),
    ["Mayor", "Ann Lee", "Lee", "“yes”"],
  );
  assert.deepEqual(rangesOf(document, [0, 0], ALL, { kind: "entity", id: 0 }), monday);
  assert.deepEqual(document.quotes[1].content, [at("“yes”")], "the document stays as it is");
  const quiet = shownIn(document, new Set(["direct"]));
  assert.deepEqual(rangesOf(document, [0, 0], quiet, { kind: "chain", id: 0 }).length, 3);
});

test("a search ignores case, line breaks and the form of quotation marks", () => {
  const print = "“Don’t,” said O'Neil.\nDON'T  stop: well–known (a+b).";
  const words = (sought) => found(print, sought).map(([start, end]) => print.slice(start, end));
  assert.deepEqual(words("don't"), ["Don’t", "DON'T"]);
  assert.deepEqual(words('"don'), ["“Don"]);
  assert.deepEqual(words("neil. don't stop"), ["Neil.\nDON'T  stop"]);
  assert.deepEqual(words("well-known (A+B)."), ["well–known (a+b)."]);
  assert.deepEqual(words(" "), []);
  assert.deepEqual(words("."), [".", "."]);
  const ranges = found("a b a b a", "a");
  assert.deepEqual(
    [0, 1, 4, 9].map((offset) => firstAtOrAfter(ranges, offset)),
    [0, 1, 1, 3],
  );
});

test("the minimap knows which parts of the text have highlights", () => {
  const lanes = overview(text.length, document, ALL);
  assert.deepEqual([...lanes.keys()].sort(), ["direct", "time"]);
  const share = (offset) => Math.floor((offset / text.length) * PARTS);
  assert.ok(lanes.get("time").has(share(monday[0][0])) && !lanes.get("time").has(0));
  assert.ok(Math.max(...lanes.get("time")) < PARTS);
  assert.deepEqual(runs([5, 3, 4, 9]), [
    [3, 3],
    [9, 1],
  ]);
});

test("numbers and confidence are written in words", () => {
  assert.equal(plural(1, "name"), "1 name");
  assert.equal(plural(1234, "name"), "1,234 names");
  assert.deepEqual([0.95, 0.7, 0.31].map(confidenceText), ["sure (95 %)", "likely (70 %)", "unsure (31 %)"]);
});

test("the summary counts thoughts separately", () => {
  const named = (chain) => ({ id: 0, start: 0, end: 1, type: "PERSON", text: "", chain, confidence: 1 });
  const said = (count, type, medium = "speech") =>
    Array.from({ length: count }, () => ({ ...quote(0, "yes", "Lee", "Lee", 0), type, medium }));
  const sum = (entities, quotes) => summaryLine({ entities, chains: [], quotes, quoted_terms: [], sentences: [] });
  assert.equal(sum([named(0), named(null)], said(1, "mixed")), "1 name · 1 quotation");
  assert.equal(
    sum(Array(8438).fill(named(0)), [...said(1985, "direct"), ...said(2023, "indirect", "thought")]),
    "8,438 names · 1,985 quotations · 2,023 thoughts",
  );
});
