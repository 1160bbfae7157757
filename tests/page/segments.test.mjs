import assert from "node:assert/strict";
import { test } from "node:test";
import {
  LONGEST,
  layers,
  layersByLine,
  layersOverLines,
  lineAt,
  lines,
  nested,
  segments,
} from "../../www/document/segments.js";
import { shownIn } from "../../www/document/shown.js";

const NOTHING = { entities: [], chains: [], quotes: [], quoted_terms: [], sentences: [] };

/** The text in lines and segments, as the article shows it. */
function cut(text, document, hidden = new Set()) {
  const all = lines(text);
  const over = layersByLine(all, layers(document, shownIn(document, hidden)));
  return all.map((line) => ({ ...line, segments: segments(line, over.get(line) ?? []) }));
}

/** The text of all lines, in order: it must equal the original text. */
const whole = (text, found) =>
  found
    .flatMap((line) => [
      text.slice(line.from, line.start),
      ...line.segments.map((segment) => text.slice(segment.start, segment.end)),
      text.slice(line.end, line.next),
    ])
    .join("");

const kinds = (text, { segments }) =>
  segments.map(({ start, end, layers }) => [
    text.slice(start, end),
    layers
      .map((layer) => layer.kind)
      .sort()
      .join(" "),
  ]);

/**
 * @param {number} id
 * @param {number} start
 * @param {number} end
 * @param {import("../../www/document/types.js").EntityType} [type]
 * @returns {import("../../www/document/types.js").Entity}
 */
const entity = (id, start, end, type = "PERSON", confidence = 1) => ({
  id,
  start,
  end,
  type,
  text: "",
  chain: null,
  confidence,
});

test("lines contain the whole text, whatever its line breaks", () => {
  for (const text of ["", "a", "\n", " \r\n\t", "\n\n a\nb", "a\r\n\r\nb\rc\u2028d\n", "a\n \nb  \n\n", "\ufeffa\n"]) {
    const found = cut(text, NOTHING);
    assert.equal(whole(text, found), text, JSON.stringify(text));
    for (const line of found) assert.ok(line.segments.length > 0 || text.trim() === "");
  }
});

test("blank lines belong to the line before them", () => {
  const text = "Title\r\n\r\nFirst.\nSecond.";
  const found = lines(text).map(({ start, end, next }) => [text.slice(start, end), text.slice(end, next)]);
  assert.deepEqual(found, [
    ["Title", "\r\n\r\n"],
    ["First.", "\n"],
    ["Second.", ""],
  ]);
});

test("an overlong line is split after a sentence, and never inside a character", () => {
  const sentence = "It rained on the harbour all day. ";
  const prose = `Before.\n${sentence.repeat(1000)}\nAfter.`;
  const found = cut(prose, NOTHING);
  assert.equal(whole(prose, found), prose);
  assert.ok(found.length > 4 && found.every(({ start, end }) => end - start <= LONGEST));
  for (const { start, end } of found.slice(1, -2)) assert.match(prose.slice(start, end), /^It rained .*day\. $/s);
  for (const text of ["😀".repeat(LONGEST), `a${"😀".repeat(LONGEST)}`]) {
    const pieces = cut(text, NOTHING);
    assert.equal(whole(text, pieces), text);
    for (const { start, end } of pieces) assert.ok(text.slice(start, end).isWellFormed());
  }
});

test("the line of an offset is found", () => {
  const text = "One.\n\nTwo.\nThree.";
  const all = lines(text);
  for (const [index, word] of ["One", "Two", "Three"].entries()) assert.equal(lineAt(all, text.indexOf(word)), index);
  assert.equal(lineAt(all, text.length), 2);
  assert.equal(lineAt(all, 5), 0);
});

test("layers that nest and overlap are cut into flat segments", () => {
  const text = "He said “Ann Lee left” loudly";
  const document = {
    ...NOTHING,
    entities: [entity(0, 9, 16)],
    quotes: [
      {
        id: 0,
        type: "mixed",
        content: [[8, 22]],
        quoted: [[8, 22]],
        cue: [[3, 7]],
        speaker: [[0, 2]],
        speaker_name: null,
        speaker_chain: null,
        confidence: 1,
        why: "",
      },
    ],
    // Crosses the end of the quotation.
    quoted_terms: [[17, 29]],
  };
  const [line] = cut(text, document);
  assert.deepEqual(kinds(text, line), [
    ["He", "speaker"],
    [" ", ""],
    ["said", "cue"],
    [" ", ""],
    ["“", "content quoted"],
    ["Ann Lee", "content entity quoted"],
    [" ", "content quoted"],
    ["left”", "content quoted term"],
    [" loudly", "term"],
  ]);
});

test("of nested layers the innermost comes first", () => {
  const text = "University of Tallinn";
  const [line] = cut(text, { ...NOTHING, entities: [entity(0, 0, 21, "ORG"), entity(1, 14, 21, "GPE")] });
  assert.deepEqual(
    line.segments.map((segment) => nested(segment, "entity").map(({ id }) => id)),
    [[0], [1, 0]],
  );
});

test("what is hidden is not highlighted: by family, type of quotation, confidence", () => {
  const text = "Ann Lee spoke to Bob Roe in Paris";
  const document = {
    ...NOTHING,
    entities: [entity(0, 0, 7, "PERSON", 0.95), entity(1, 17, 24, "PERSON", 0.5), entity(2, 28, 33, "GPE", 0.7)],
    chains: [{ id: 0, type: "PERSON", name: "Bob Roe", titles: [], mentions: [{ start: 17, end: 24, kind: "name" }] }],
  };
  const marked = (...hidden) =>
    kinds(text, cut(text, document, new Set(hidden))[0])
      .filter(([, kind]) => kind)
      .map(([words]) => words);
  assert.deepEqual(marked(), ["Ann Lee", "Bob Roe", "Paris"]);
  assert.deepEqual(marked("person"), ["Paris"]);
  assert.deepEqual(marked("unsure"), ["Ann Lee", "Paris"]);
  assert.deepEqual(marked("sure", "likely"), ["Bob Roe"]);
});

test("a layer that spans a line break is in both lines", () => {
  const text = "“One.\n\n“Two.”";
  const found = cut(text, { ...NOTHING, quoted_terms: [[0, text.length]] });
  assert.equal(found.length, 2);
  for (const line of found)
    assert.deepEqual(
      line.segments.map(({ layers }) => layers.length),
      [1],
    );
  assert.equal(whole(text, found), text);
});

test("the layers of a line are the same whether a few lines were prepared or all", () => {
  const text = "Ann Lee spoke.\nBob Roe left.\n“It rained,\nand rained,” said Ann.\nNobody came.\nParis, Texas.";
  /** @returns {[number, number]} */
  const at = (words) => [text.indexOf(words), text.indexOf(words) + words.length];
  /** @type {import("../../www/document/types.js").NewsDocument} */
  const document = {
    ...NOTHING,
    entities: ["Ann Lee", "Bob Roe", "Paris, Texas", "Paris"].map((words, id) => entity(id, ...at(words))),
    chains: [
      {
        id: 0,
        type: "PERSON",
        name: "Ann Lee",
        titles: [],
        mentions: ["Ann Lee", "Ann."].map((words) => ({ start: at(words)[0], end: at(words)[0] + 3, kind: "name" })),
      },
    ],
    quotes: [
      {
        id: 0,
        type: "direct",
        medium: "speech",
        content: [at("“It rained,\nand rained,”")],
        quoted: [at("“It rained,\nand rained,”")],
        cue: [at("said")],
        speaker: [at("Ann.")],
        speaker_name: null,
        speaker_chain: 0,
        confidence: 1,
        why: "",
      },
    ],
    quoted_terms: [at("Nobody")],
  };
  const all = lines(text);
  const shown = shownIn(document, new Set());
  const over = layersByLine(all, layers(document, shown));
  for (let from = 0; from <= all.length; from++) {
    for (let to = from; to <= all.length; to++) {
      const lookup = layersOverLines(all, document, shown);
      lookup.prepare(from, to);
      // The lines prepared in advance. Asking for another line builds the whole lookup.
      for (const line of [...all.slice(from, to), ...all])
        assert.deepEqual(lookup.of(line), over.get(line) ?? [], `${from} ${to} ${line.start}`);
    }
  }
});

test("the work grows linearly with the text", () => {
  const sentence = "Ann Lee spoke. ";
  /** How often a layer is used: once in the list of every line that it covers. */
  const looks = (count) => {
    const text = sentence.repeat(count);
    const entities = Array.from({ length: count }, (_, id) =>
      entity(id, id * sentence.length, id * sentence.length + 7),
    );
    const all = lines(text);
    const over = layersByLine(all, layers({ ...NOTHING, entities }, shownIn({ ...NOTHING, entities }, new Set())));
    return all.reduce((sum, line) => sum + segments(line, over.get(line) ?? []).length, 0);
  };
  assert.ok(looks(20_000) <= 10.1 * looks(2_000));
});
