// Importing files, as far as it works without a browser.

import "./corrector.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDocument } from "../../www/document/is-document.js";
import { decoded } from "../../www/import/encoding.js";
import { exactText, mayBePage } from "../../www/import/paste.js";

const { readNewsmark } = await import("../../www/import/newsmark.js");
const { readFile } = await import("../../www/import/file.js");
const { detailsLine } = await import("../../www/page/details.js");

const bytes = (...list) => new Uint8Array(list);
const utf8 = (text) => new TextEncoder().encode(text);

test("files in the encodings of old articles are decoded", () => {
  assert.equal(decoded(utf8("“Olá”")), "“Olá”");
  assert.equal(decoded(utf8("\ufeffOlá")), "Olá");
  assert.equal(decoded(bytes(0x4f, 0x6c, 0xe1)), "Olá");
  assert.equal(decoded(bytes(0xff, 0xfe, 0x4f, 0, 0x1c, 0x20)), "O“");
  assert.equal(decoded(bytes(0xfe, 0xff, 0, 0x4f, 0x20, 0x1c)), "O“");
});

test("an HTML file is decoded as it declares, unless it declares nonsense", () => {
  const page = (charset) => bytes(...utf8(`<meta charset="${charset}">`), 0xe8);
  assert.ok(decoded(page("iso-8859-2")).endsWith("č"));
  assert.ok(decoded(page("nonsense")).endsWith("è"));
  assert.ok(decoded(page("utf-8")).endsWith("è"));
});

test("a pasted text keeps its line breaks until it is edited", () => {
  // The one relevant property of a text box: the only line break it knows is "\n".
  /** @type {any} */
  const box = {
    held: "",
    get value() {
      return this.held;
    },
    set value(text) {
      this.held = text.replace(/\r\n?/g, "\n");
    },
  };
  const typed = exactText(box);
  typed.set("a\r\nb");
  assert.equal(typed.get(), "a\r\nb");
  box.value += "c";
  assert.equal(typed.get(), "a\nbc");
});

const TEXT = "“Yes,” said Ann Lee.";
const FOUND = {
  entities: [{ id: 0, start: 12, end: 19, type: "PERSON", text: "Ann Lee", chain: 0, confidence: 0.9 }],
  chains: [{ id: 0, type: "PERSON", name: "Ann Lee", titles: [], mentions: [{ start: 12, end: 19, kind: "name" }] }],
  quotes: [
    {
      id: 0,
      type: "direct",
      content: [[0, 6]],
      quoted: [[0, 6]],
      cue: [[7, 11]],
      speaker: [[12, 19]],
      speaker_name: "Ann Lee",
      speaker_chain: 0,
      confidence: 0.9,
      why: "",
    },
  ],
  quoted_terms: [],
  sentences: [[0, 20]],
};
const FILE = {
  format: "newsmark",
  version: 2,
  offsets: "utf16",
  title: "",
  text: TEXT,
  found: FOUND,
  corrections: [],
  document: FOUND,
};

test("a saved file restores what was saved", async () => {
  const corrections = [{ do: "rename", at: [12, 19], name: "A. Lee" }];
  const saved = await readNewsmark(JSON.stringify({ ...FILE, corrections }));
  const empty = { draft: null, model: "", future: [], lost: [] };
  assert.deepEqual(saved, { ...empty, text: TEXT, metadata: {}, found: FOUND, corrections });
});

test("the metadata of a file are restored, as far as they are texts", async () => {
  const metadata = { title: " Harbour Reopens ", date: "2026-03-12", byline: 7, pages: "3" };
  const restored = { title: "Harbour Reopens", date: "2026-03-12" };
  for (const file of [
    { ...FILE, metadata },
    { ...FILE, found: { ...FOUND, metadata: restored } },
  ])
    assert.deepEqual((await readNewsmark(JSON.stringify(file))).metadata, restored);
});

test("only a text with many short lines may have been copied from a page", () => {
  const paragraph =
    "The council of Keld voted on Tuesday to close the old swing bridge for two years, although traders objected.";
  const menu = "Home\nNews\nSport\nWeather\nCulture\nOpinion\nTravel\nFood\nMoney\nTerms\n";
  assert.equal(mayBePage(`${menu}${paragraph}\n${paragraph}`), true);
  assert.equal(mayBePage(menu), false);
  assert.equal(mayBePage(`${paragraph}\n\n${paragraph}\n\nNo.\n\n${paragraph}`), false);
});

test("the line above an article does not repeat the headline", () => {
  const metadata = { title: "Harbour Reopens", byline: "Una Byrne", date: "2026-03-12", site: "Keld Gazette" };
  assert.equal(detailsLine(metadata, "Harbour Reopens\n\nText."), "By Una Byrne · Keld Gazette · 12 March 2026");
  assert.equal(detailsLine({ title: "Harbour Reopens", date: "Thursday" }, "Text."), "Harbour Reopens · Thursday");
  assert.equal(detailsLine({}, "Text."), "");
});

test("other JSON files are not Newsmark files", async () => {
  for (const json of ["{", "[]", "null", "3", '{"format": "other"}']) assert.equal(await readNewsmark(json), null);
});

test("a file from a newer version, without text or with impossible corrections is rejected with a message", async () => {
  const refused = (change) =>
    assert.rejects(readNewsmark(JSON.stringify({ ...FILE, ...change })), { message: /^This .*\.$/ });
  await refused({ version: 3 });
  await refused({ text: undefined });
  await refused({ corrections: [{ do: "rename" }] });
  await refused({ corrections: [null] });
});

test("a document without the engine's result replaces it, and its corrections are not applied twice", async () => {
  const corrections = [{ do: "rename", at: [12, 19], name: "A. Lee" }];
  const saved = await readNewsmark(JSON.stringify({ ...FILE, found: null, corrections }));
  assert.deepEqual(saved.found, FOUND);
  assert.deepEqual(saved.corrections, []);
});

test("with offsets in another unit, the text is annotated again", async () => {
  const saved = await readNewsmark(JSON.stringify({ ...FILE, offsets: "codepoints" }));
  assert.equal(saved.text, TEXT);
  assert.equal(saved.found, null);
  assert.match(saved.problem, /annotated again\.$/);
});

test("of a file with damaged annotations the text is kept, and the damage is named", async () => {
  const [entity, quote] = [FOUND.entities[0], FOUND.quotes[0]];
  for (const [change, problem] of /** @type {[object, string][]} */ ([
    [{ entities: [{ ...entity, end: 99 }] }, "the name, date or amount number 1 is not in the text"],
    [{ entities: [{ ...entity, start: "12" }] }, "the name, date or amount number 1 has a wrong form"],
    [{ chains: [] }, "the name, date or amount number 1 belongs to a chain that is missing"],
    [{ chains: undefined }, "the list “chains” is missing"],
    [{ quotes: [{ ...quote, content: [] }] }, "the quotation number 1 has no content"],
    [{ quotes: [{ ...quote, id: 4 }] }, "the quotation number 1 has a wrong id"],
    [
      {
        sentences: [
          [0, 20],
          [20, 21],
        ],
      },
      "the sentence number 2 is not in the text",
    ],
  ])) {
    const damaged = { ...FOUND, ...change };
    for (const file of [
      { ...FILE, found: damaged },
      { ...FILE, found: null, document: damaged },
    ]) {
      const saved = await readNewsmark(JSON.stringify(file));
      assert.deepEqual([saved.text, saved.found], [TEXT, null]);
      assert.ok(saved.problem.includes(`damaged: ${problem}. `), saved.problem);
    }
  }
  const { problem } = await readNewsmark(JSON.stringify({ ...FILE, offsets: undefined }));
  assert.match(problem, /does not say what its offsets count/);
});

test("a file of JSON that is none of ours is refused", async () => {
  for (const json of ["{}", "[]", ' {"text": 3}', "[1, 2]"])
    await assert.rejects(readFile(new File([json], "any.newsmark.json")), { message: /^This file is JSON, but/ });
  const read = await readFile(new File(["[Updated] The mayor won."], "any.txt"));
  assert.deepEqual(read, { text: "[Updated] The mayor won." });
});

test("an invalid document is rejected", () => {
  assert.ok(isDocument(FOUND, TEXT));
  const changed = (change) => {
    const document = structuredClone(FOUND);
    change(document);
    return isDocument(document, TEXT);
  };
  assert.ok(changed(() => {}));
  for (const change of [
    (one) => (one.entities[0].end = 99),
    (one) => (one.entities[0].start = 19),
    (one) => (one.entities[0].start = 12.5),
    (one) => (one.entities[0].type = "__proto__"),
    (one) => (one.entities[0].chain = 1),
    (one) => (one.entities[0].id = 1),
    (one) => (one.entities[0].text = { toString: 1 }),
    (one) => (one.chains[0].mentions = null),
    (one) => delete one.chains[0].name,
    (one) => (one.quotes[0].content = []),
    (one) => (one.quotes[0].speaker = [[19, 12]]),
    (one) => (one.quotes[0].type = "odd"),
    (one) => (one.sentences = undefined),
    (one) => (one.quotes = [null]),
  ]) {
    assert.equal(changed(change), false, String(change));
  }
  for (const value of [null, undefined, [], "", 3]) assert.equal(isDocument(value, TEXT), false);
});
