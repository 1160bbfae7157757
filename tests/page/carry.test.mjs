import "../libraries.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, check, found, TEXT } from "./documents.mjs";

const { align } = await import("../../www/document/corrections/align.js");
const { carried } = await import("../../www/document/corrections/carry.js");
const { applied } = await import("../../www/document/corrected.js");

/** What was found in TEXT, as it would be found in an edited text: by the words around. */
function foundIn(text) {
  const { place } = align(TEXT, text);
  const ranges = (list) => list.map(place).filter((one) => one !== null);
  const document = found();
  const spans = (list) =>
    list.flatMap((one) => {
      const there = place([one.start, one.end]);
      return there ? [{ ...one, start: there[0], end: there[1] }] : [];
    });
  const entities = spans(document.entities);
  const chains = document.chains.map((chain) => ({ ...chain, mentions: spans(chain.mentions) }));
  const alive = chains.filter(({ mentions }) => mentions.some(({ kind }) => kind === "name"));
  const idOf = (id) =>
    alive.find((chain) => chain.id === id) === undefined ? null : alive.findIndex((chain) => chain.id === id);
  const quotes = document.quotes
    .map((quote) => ({
      ...quote,
      content: ranges(quote.content),
      quoted: ranges(quote.quoted),
      cue: ranges(quote.cue),
      speaker: ranges(quote.speaker),
    }))
    .filter(({ content, quoted, type }) => content.length > 0 && (type === "indirect") === (quoted.length === 0));
  const result = {
    entities: entities.map((one, id) => ({ ...one, id, chain: idOf(one.chain) })),
    chains: alive.map((chain, id) => ({ ...chain, id, titles: [] })),
    quotes: quotes.map((one, id) => ({
      ...one,
      id,
      speaker_chain: idOf(one.speaker_chain),
      speaker_name: alive.find((chain) => chain.id === one.speaker_chain)?.name ?? null,
    })),
    quoted_terms: ranges(document.quoted_terms),
    sentences: [],
  };
  check(text, result);
  return result;
}

/** The corrections, carried to an edited text; each place is given with the words that stand there. */
function carry(text, corrections, lost = []) {
  const kept = carried({ text: TEXT, found: found(), corrections, future: [], lost }, text);
  check(text, applied(text, foundIn(text), kept.corrections).document);
  return kept;
}

const mark = (words, nth = 0) => ({ do: "mark", at: at(words, nth), type: "EVENT" });

test("several edits in different places: what is between them stays where it is", () => {
  const text = `Lund, Tuesday.\n\n${TEXT.replace("spoke in Lund", "spoke at length in Lund").replace("Bob Roe of", "Bob of").replace("that Lund would", "that all of Lund would")}`;
  const corrections = [mark("Monday"), mark("yard"), mark("told"), mark("sang")];
  const { corrections: now, lost } = carry(text, corrections);
  assert.deepEqual(
    now.map((one) => text.slice(...one.at)),
    ["Monday", "yard", "told", "sang"],
  );
  for (const [i, one] of now.entries())
    assert.equal(
      text.slice(one.at[0] - 5, one.at[1] + 3),
      TEXT.slice(corrections[i].at[0] - 5, corrections[i].at[1] + 3),
    );
  assert.deepEqual(lost, []);
});

test("what is gone or changed is put aside, and done nowhere else", () => {
  const sang = mark("Lee", 3);
  assert.equal(TEXT.slice(sang.at[0] - 3, sang.at[1] + 5), "Jo Lee sang");
  const without = TEXT.replace(" Jo Lee sang “Blue Hour”.", "");
  assert.deepEqual(carry(without, [sang]).corrections, []);
  assert.equal(carry(without, [sang]).lost.length, 1);
  const rewritten = TEXT.replace(
    "“No,” he told Lee. The mayor said that Lund would pay. Jo Lee sang “Blue Hour”.",
    "Nobody knows whether Lee ever answered.",
  );
  assert.equal(carry(rewritten, [sang]).lost.length, 1);
});

test("what was put aside is back when the text is", () => {
  const gone = TEXT.slice(0, TEXT.indexOf("\n\n"));
  const { corrections, lost } = carry(gone, [mark("Monday"), mark("sang")]);
  assert.equal(corrections.length, 1);
  const back = carried({ text: gone, found: foundIn(gone), corrections, future: [], lost }, TEXT);
  assert.deepEqual(back.corrections, [mark("Monday"), mark("sang")]);
  assert.deepEqual(back.lost, []);
});

test("a passage that was moved takes its corrections along", () => {
  const [first, second, , last] = TEXT.split("\n");
  const text = [last, "", first, second].join("\n");
  const { corrections } = carry(text, [mark("sang"), mark("Monday")]);
  assert.deepEqual(
    corrections.map((one) => text.slice(...one.at)),
    ["sang", "Monday"],
  );
});

test("a person is found by another mention, spelled alike; everywhere holds as long as there is any", () => {
  const text = TEXT.replace("Norrvarv, the yard, said it “won’t wait”. ", "");
  const kept = carry(text, [
    { do: "rename", at: at("Norrvarv"), name: "Norrvarv Ltd" },
    { do: "mark", at: at("Norrvarv"), type: "ORG", everywhere: true },
    { do: "mark", at: at("Norrvarv"), type: "ORG" },
  ]);
  assert.deepEqual(
    kept.corrections.map((one) => [one.do, text.slice(...one.at)]),
    [
      ["rename", "Norrvarv"],
      ["mark", "Norrvarv"],
    ],
  );
  assert.equal(kept.lost.length, 1);
});

test("the way forward is carried as well", () => {
  const text = `New.\n${TEXT}`;
  const kept = carried(
    { text: TEXT, found: found(), corrections: [], future: [mark("Monday"), mark("sang")], lost: [] },
    text,
  );
  assert.deepEqual(
    kept.future.map((one) => text.slice(...one.at)),
    ["Monday", "sang"],
  );
});

test("what there is nothing to do to, waits where it is until there is again", () => {
  const other = { ...found(), quotes: [] };
  const correction = { do: "speaker", at: at("“No,”"), who: null };
  const { corrections, lost } = carried(
    { text: TEXT, found: found(), corrections: [correction], future: [], lost: [] },
    TEXT,
  );
  assert.deepEqual([corrections, lost], [[correction], []]);
  assert.deepEqual(applied(TEXT, other, corrections).idle, [correction]);
});

test("line breaks written otherwise make no difference", () => {
  const text = TEXT.replaceAll("\n", "\r\n");
  const { corrections } = carry(text, [mark("Monday"), mark("sang")]);
  assert.deepEqual(
    corrections.map((one) => text.slice(...one.at)),
    ["Monday", "sang"],
  );
});

test("a text that is altogether another keeps nothing, and costs little", () => {
  const words = (n, from) => Array.from({ length: n }, (_, i) => `w${(i * 7919 + from) % 100_003}`).join(" ");
  const [before, after] = [words(60_000, 0), words(60_000, 50_001)];
  assert.deepEqual(align(before, after).runs, []);
  // Words that many articles share make no passage of it.
  const phrase = "The minister said in a statement on Monday that the plan would go ahead.";
  assert.deepEqual(
    align(phrase, "On Monday it rained in Lund, and nobody made a statement of any kind about it.").place(
      at("Monday", 0, phrase),
    ),
    null,
  );
});

test("a range at the edge of an edit: its own words must all be there", () => {
  const { place } = align("one two three four five six seven", "one two 3 four five six seven");
  assert.deepEqual(place([14, 18]), [10, 14]);
  assert.equal(place([4, 13]), null);
  assert.equal(place([8, 13]), null);
  // Too little is left around it to be sure that it is the same.
  assert.equal(place([0, 7]), null);
});
