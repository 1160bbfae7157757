import assert from "node:assert/strict";
import { test } from "node:test";
import { blocks } from "../../www/document/segments.js";

const NOTHING = { entities: [], chains: [], quotes: [], quoted_terms: [], sentences: [] };

/** All that the blocks hold, in order: it must be the text. */
function whole(text, found) {
  return found
    .map((block) => [
      text.slice(block.from, block.start),
      ...block.segments.map((segment) => text.slice(segment.start, segment.end)),
      text.slice(block.end, block.next),
    ])
    .flat()
    .join("");
}

test("the blocks hold the whole text, whatever its line breaks", () => {
  for (const text of ["", "a", "\n", " \r\n\t", "\n\n a\nb", "a\r\n\r\nb\rc\u2028d\n", "a\n \nb  \n\n", "\ufeffa\n"]) {
    const found = blocks(text, NOTHING);
    assert.equal(whole(text, found), text, JSON.stringify(text));
    for (const block of found) assert.ok(block.segments.length > 0 || text.trim() === "");
  }
});

test("blank lines belong to the line before them", () => {
  const text = "Title\r\n\r\nFirst.\nSecond.";
  const lines = blocks(text, NOTHING).map(({ start, end, next }) => [text.slice(start, end), text.slice(end, next)]);
  assert.deepEqual(lines, [["Title", "\r\n\r\n"], ["First.", "\n"], ["Second.", ""]]);
});

test("marks that nest and cross are cut into flat pieces that know all that lies over them", () => {
  const text = "He said “Ann Lee left” loudly";
  const document = {
    ...NOTHING,
    entities: [{ id: 0, start: 9, end: 16, type: "PERSON", text: "Ann Lee", chain: null, confidence: 1 }],
    quotes: [
      {
        id: 0, type: "mixed", content: [[8, 22]], quoted: [[8, 22]], cue: [[3, 7]], speaker: [[0, 2]],
        speaker_name: null, speaker_chain: null, confidence: 1, why: "",
      },
    ],
    // Crosses the quotation's end.
    quoted_terms: [[17, 29]],
  };
  const [line] = blocks(text, document);
  assert.deepEqual(
    line.segments.map(({ start, end, layers }) => [text.slice(start, end), layers.map((layer) => layer.kind).sort().join(" ")]),
    [
      ["He", "speaker"],
      [" ", ""],
      ["said", "cue"],
      [" ", ""],
      ["“", "content quoted"],
      ["Ann Lee", "content entity quoted"],
      [" ", "content quoted"],
      ["left”", "content quoted term"],
      [" loudly", "term"],
    ],
  );
});

test("a mark that goes over a line break is in both lines", () => {
  const text = "“One.\n\n“Two.”";
  const document = { ...NOTHING, quoted_terms: [[0, text.length]] };
  const found = blocks(text, document);
  assert.equal(found.length, 2);
  for (const block of found) assert.deepEqual(block.segments.map(({ layers }) => layers.length), [1]);
  assert.equal(whole(text, found), text);
});

test("a long text with many marks is cut in a moment", () => {
  const sentence = "Ann Lee spoke. ";
  const text = sentence.repeat(20_000);
  const entities = Array.from({ length: 20_000 }, (_, id) => ({
    id, start: id * sentence.length, end: id * sentence.length + 7, type: "PERSON", text: "Ann Lee", chain: null, confidence: 1,
  }));
  const start = performance.now();
  const [line] = blocks(text, { ...NOTHING, entities });
  assert.equal(line.segments.length, 40_000);
  assert.ok(performance.now() - start < 2000);
});
