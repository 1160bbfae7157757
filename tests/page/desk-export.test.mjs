import assert from "node:assert/strict";
import { test } from "node:test";
import { strFromU8, unzipSync, zipSync } from "fflate";
import "../libraries.mjs";
import { annotated } from "./desk-articles.mjs";
import { deskOf, gathered } from "./desk-gathered.mjs";

const { CHOICES } = await import("../../www/desk/export/choices.js");
const { lineOf } = await import("../../www/desk/export/collection.js");
const { gexf } = await import("../../www/desk/export/gexf.js");
const { createNames } = await import("../../www/desk/export/names.js");
const { peopleTable } = await import("../../www/desk/export/people.js");
const { jsonLines, partsOf } = await import("../../www/desk/export/tables.js");
const { writers } = await import("../../www/desk/export/writers.js");
const { inCodePoints, inUtf16 } = await import("../../www/desk/collect/offsets.js");
const { savedIn } = await import("../../www/desk/collect/annotated.js");
const { network } = await import("../../www/desk/pictures/network.js");

const text = "🎉 Ann Lee said “yes” 🎉 and left.";
const document = annotated(text, [{ name: "Ann Lee" }], [{ words: "“yes”", speaker: "Ann Lee", cue: "said", of: 0 }]);
/** @type {import("../../www/desk/types.js").AnnotatedArticle} */
const article = {
  id: 4,
  text,
  metadata: { id: "a-5", title: "A day", date: "2026-03-02" },
  fields: { section: "Local" },
  document,
  model: "",
  corrected: null,
};
/** @param {string} name @param {string|Uint8Array} content */
const file = (name, content) => ({
  name,
  type: "",
  bytes: /** @type {Uint8Array<ArrayBuffer>} */ (
    typeof content === "string" ? new TextEncoder().encode(content) : content
  ),
});
/** @param {Blob} blob */
const unzipped = async (blob) =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer()))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );

test("offsets in code points and back", () => {
  const { metadata: _, ...parts } = document;
  const counted = /** @type {any} */ (inCodePoints(parts, text));
  const characters = [...text];
  const [[start, end]] = counted.quotes[0].content;
  assert.equal(characters.slice(start, end).join(""), "“yes”");
  const [{ start: first, end: last }] = counted.chains[0].mentions;
  assert.equal(characters.slice(first, last).join(""), "Ann Lee");
  assert.deepEqual(inUtf16(counted, text), parts);
});

test("a line of a collection is what the command line writes, and opens again", async () => {
  const line = JSON.parse(lineOf(article, document));
  assert.deepEqual(Object.keys(line).slice(0, 5), ["id", "text", "title", "date", "section"]);
  assert.equal(line.id, "a-5");
  assert.deepEqual([...text].slice(...line.quotes[0].content[0]).join(""), "“yes”");
  const { saved, fields } = await savedIn(line);
  assert.deepEqual(fields, { section: "Local" });
  assert.deepEqual(saved.metadata, article.metadata);
  assert.deepEqual(saved.found?.quotes, document.quotes);
  assert.equal(JSON.parse(lineOf({ ...article, metadata: {} }, document)).id, "5");
});

test("a column of a table that is called “corrected” is not taken for corrections", async () => {
  const line = JSON.parse(lineOf({ ...article, fields: { corrected: "no" } }, document));
  const { saved } = await savedIn(line);
  assert.deepEqual(saved.corrections, []);
});

test("the tables of all articles are one table", async () => {
  const table = '\ufeff"article_id","start","content"\r\n';
  const writer = writers.table("csv-quotes");
  writer.add({ id: "a", file: file("a.quotes.csv", `${table}"a",1,"one\r\nline"\r\n`) });
  writer.add({ id: "b", file: file("b.quotes.csv", `${table}"b",,"'=two"\r\n"b",3,"""three"""\r\n`) });
  assert.equal(writer.extension, ".quotes.csv");
  const whole = `${table}"a",1,"one\r\nline"\r\n"b",,"'=two"\r\n"b",3,"""three"""\r\n`;
  assert.equal(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await writer.end().arrayBuffer()), whole);
  const { head, rows } = partsOf(new TextEncoder().encode(whole));
  assert.deepEqual(
    jsonLines(head, rows)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
    [
      { article_id: "a", start: 1, content: "one\r\nline" },
      { article_id: "b", start: null, content: "=two" },
      { article_id: "b", start: 3, content: '"three"' },
    ],
  );
});

test("files of all articles have different names and a list", async () => {
  const writer = writers.files("conll");
  writer.add({ id: "a", file: file("Storm.conll", "one") });
  writer.add({ id: "b", file: file("storm.conll", "two") });
  assert.deepEqual(await unzipped(writer.end()), {
    "Storm.conll": "one",
    "storm-2.conll": "two",
    "files.jsonl": '{"id":"a","file":"Storm.conll"}\n{"id":"b","file":"storm-2.conll"}\n',
  });
  const free = createNames();
  assert.deepEqual(["a", "A", "a-2", "a"].map(free), ["a", "A-2", "a-2-2", "a-3"]);
});

test("a folder for brat has one configuration", async () => {
  const zip = (/** @type {string} */ stem) =>
    zipSync({
      [`${stem}.txt`]: new TextEncoder().encode(`text of ${stem}`),
      [`${stem}.ann`]: new TextEncoder().encode("T1"),
      "annotation.conf": new TextEncoder().encode("[entities]"),
    });
  const writer = writers.brat("brat");
  for (const id of ["a", "b"]) writer.add({ id, file: file("Storm.brat.zip", zip("Storm")) });
  const files = await unzipped(writer.end());
  assert.deepEqual(Object.keys(files).sort(), [
    "Storm-2.ann",
    "Storm-2.txt",
    "Storm.ann",
    "Storm.txt",
    "annotation.conf",
    "files.jsonl",
  ]);
  assert.match(files["files.jsonl"], /"Storm-2.ann"/);
});

test("a TEI corpus includes its editions", async () => {
  const writer = writers.tei("tei");
  writer.add({ id: "a", file: file("Über-Keld.tei.xml", "<TEI/>") });
  const files = await unzipped(writer.end());
  assert.equal(files["Über-Keld.tei.xml"], "<TEI/>");
  assert.match(files["corpus.xml"], /<xi:include href="%C3%9Cber-Keld.tei.xml"\/>/);
});

test("people and networks", async () => {
  const { desk } = deskOf([
    {
      date: "2026-03-02",
      people: [{ name: "Ann <Lee>\u0007", titles: ["mayor"] }, "Bob Roe"],
      said: [{ by: 0, about: [1] }],
    },
  ]);
  const all = await gathered(desk);
  assert.equal(
    peopleTable(all.people.people, (id) => `a-${id}`).split("\r\n")[1],
    '"Ann <Lee>\u0007","","mayor",1,1,1,"2026-03-02","2026-03-02","a-0"',
  );
  const xml = gexf(network(all, "about", 10, 1));
  assert.match(xml, /defaultedgetype="directed"/);
  assert.match(xml, /<node id="0" label="Ann &lt;Lee&gt;\ufffd">/);
  assert.match(xml, /<edge id="0" source="0" target="1" weight="1"\/>/);
});

test("every format of an article is one of a collection", async () => {
  const { GROUPS } = await import("../../www/generated/formats.js");
  const offered = new Set(CHOICES.flatMap(({ choices }) => choices.map(({ format }) => format)));
  const missing = GROUPS.flatMap(({ formats }) => formats.map(({ id }) => id)).filter((id) => !offered.has(id));
  assert.deepEqual(missing, ["json"]);
});
