// What the desk takes in: tables in all encodings and shapes, archives, and guesses about columns.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import "../libraries.mjs";

const { articleIn, dayOf, guessedRoles } = await import("../../www/desk/collect/columns.js");
const { filesIn } = await import("../../www/desk/collect/archive.js");
const { rowsOf } = await import("../../www/desk/collect/tables.js");
const { inUtf16 } = await import("../../www/desk/collect/offsets.js");
const { hashOf } = await import("../../www/desk/collect/hash.js");
const { addressOf, placeIn } = await import("../../www/desk/address.js");

const all = async (items) => {
  const found = [];
  for await (const item of items) found.push(item);
  return found;
};
/** @param {string} name @param {any} content @param {import("../../www/desk/collect/kinds.js").Container} [kind] */
const fields = async (name, content, kind = "table") =>
  (await all(rowsOf(new File([content], name), kind))).map((row) => row.fields ?? row.problem);

describe("tables", () => {
  test("delimiters, quotation marks, line breaks and missing cells", async () => {
    const rows = [
      { text: "one;\n“two”", title: 'a "b"' },
      { text: "three", title: "" },
    ];
    assert.deepEqual(await fields("a.csv", 'text,title\r\n"one;\n“two”","a ""b"""\r\nthree\r\n\r\n'), rows);
    assert.deepEqual(await fields("a.csv", 'text;title\n"one;\n“two”";"a ""b"""\nthree;\n'), rows);
    assert.deepEqual(await fields("a.tsv", 'text\ttitle\n"one;\n“two”"\t"a ""b"""\nthree'), rows);
  });

  test("a column without a name gets its number", async () => {
    assert.deepEqual(await fields("a.csv", "text,\nA.,B.\n"), [{ text: "A.", "column 2": "B." }]);
  });

  test("encodings: UTF-8 with a byte order mark, UTF-16, Windows-1252, gzip", async () => {
    const rows = [{ text: "café “yes”" }];
    const table = "text\ncafé “yes”\n";
    assert.deepEqual(await fields("a.csv", `\ufeff${table}`), rows);
    assert.deepEqual(await fields("a.csv", Buffer.from(`\ufeff${table}`, "utf16le")), rows);
    const western = Buffer.from(table.replace("“", "\x93").replace("”", "\x94"), "latin1");
    assert.deepEqual(await fields("a.csv", western), rows);
    assert.deepEqual(await fields("a.csv.gz", gzipSync(table)), rows);
  });

  test("rows that cross the pieces in which a file is read", async () => {
    const text = (n) => `“Day ${n}”, 雨\n${"ü".repeat(n % 977)}`;
    const count = 2000;
    const table = `id,text\n${Array.from({ length: count }, (_, n) => `${n},"${text(n)}"`).join("\n")}`;
    for (const [name, content] of /** @type {[string, any][]} */ ([
      ["a.csv", table],
      ["a.csv.gz", gzipSync(table)],
    ])) {
      const rows = await fields(name, content);
      assert.equal(rows.length, count);
      for (const n of [0, 700, 1999]) assert.deepEqual(rows[n], { id: String(n), text: text(n) });
    }
  });

  test("JSON lines and arrays: what is no article is reported, the rest goes on", async () => {
    const odd = "This is not a JSON object with the article’s text.";
    assert.deepEqual(await fields("a.jsonl", '{"text":"A."}\n\n{"text":\n7\n{"text":"B."}', "lines"), [
      { text: "A." },
      "This line is not JSON.",
      odd,
      { text: "B." },
    ]);
    assert.deepEqual(await fields("a.json", '[{"text":"A."}, null]', "array"), [{ text: "A." }, odd]);
    assert.deepEqual(await fields("a.json", "[", "array"), ["This file is not valid JSON."]);
  });
});

describe("columns", () => {
  test("are guessed by their names, and the text by its length", () => {
    const named = ["ID", "Article Text", "Published At", "URL", "Outlet", "Head-line"];
    assert.deepEqual(guessedRoles(named, []), {
      id: "ID",
      title: "Head-line",
      text: "Article Text",
      date: "Published At",
      address: "URL",
      source: "Outlet",
    });
    const long = [{ a: "short", b: "word ".repeat(100) }];
    assert.equal(guessedRoles(["a", "b"], long).text, "b");
    assert.equal(guessedRoles(["a", "c"], long).text, undefined);
  });

  test("become metadata, and the others are kept", () => {
    const row = { body: "A.", head: "T", when: "1 May 2024", section: "Local", n: 7, tags: ["x"], none: null };
    assert.deepEqual(articleIn(row, { text: "body", title: "head", date: "when" }), {
      text: "A.",
      metadata: { title: "T", date: "2024-05-01" },
      fields: { section: "Local", n: "7", tags: '["x"]' },
    });
    // A date that cannot be read is kept as it is.
    assert.deepEqual(articleIn({ text: "A.", date: "03/04/2024" }, { text: "text", date: "date" }), {
      text: "A.",
      metadata: {},
      fields: { date: "03/04/2024" },
    });
  });

  for (const [given, day] of [
    ["2024-05-04", "2024-05-04"],
    ["2024-05-04T10:00:00Z", "2024-05-04"],
    ["20240504", "2024-05-04"],
    ["Sat, 4 May 2024 10:00", "2024-05-04"],
    ["May 4th, 2024", "2024-05-04"],
    ["4.5.2024", "2024-05-04"],
    ["25/12/2023", "2023-12-25"],
    ["12/25/2023", "2023-12-25"],
    // Day and month could be confused.
    ["04/05/2024", ""],
    ["2024-02-30", ""],
    ["1714816800", ""],
    ["yesterday", ""],
    ["", ""],
  ])
    test(`the day of “${given}”`, () => assert.equal(dayOf(given), day));
});

describe("archives", () => {
  const read = async (bytes) =>
    Promise.all(
      (await all(filesIn(new Blob([bytes])))).map(async ({ path, blob, problem }) => [
        path,
        problem ?? (await blob.text()),
      ]),
    );
  const files = { "a/b.txt": strToU8("B".repeat(200_000)), "c.txt": strToU8("C"), "a/.hidden": strToU8("x") };

  test("compressed and stored files, in folders", async () => {
    const expected = [
      ["a/b.txt", "B".repeat(200_000)],
      ["c.txt", "C"],
    ];
    assert.deepEqual(await read(zipSync(files)), expected);
    assert.deepEqual(await read(zipSync(files, { level: 0 })), expected);
  });

  test("what is damaged, cut off, locked or empty is reported", async () => {
    const whole = zipSync(files, { level: 0 });
    assert.match((await read(whole.slice(0, 100_000))).at(-1)[1], /damaged/);
    assert.deepEqual(await read(strToU8("not an archive")), [["", "There is no file in this archive."]]);
    const unknown = zipSync({ "c.txt": strToU8("C".repeat(100)) });
    unknown[8] = 99;
    assert.match((await read(unknown))[0][1], /compressed in a way that Newsmark does not know/);
    const damaged = zipSync({ "c.txt": strToU8("C".repeat(100)), "d.txt": strToU8("D") });
    // A kind of block that does not exist, after the header with the name.
    damaged[30 + 5] = 7;
    assert.match((await read(damaged))[0][1], /damaged/);
  });
});

test("offsets of the command line become those of the page", () => {
  const text = "😀 Ann 😀 Lee";
  assert.deepEqual(
    inUtf16(
      {
        entities: [{ id: 0, start: 2, end: 5, text: "Ann" }],
        chains: [{ mentions: [{ start: 8, end: 11 }], titles: [] }],
        quotes: [{ content: [[2, 5]], cue: [], speaker: [[8, 11]] }],
        sentences: [[0, 11]],
      },
      text,
    ),
    {
      entities: [{ id: 0, start: 3, end: 6, text: "Ann" }],
      chains: [{ mentions: [{ start: 10, end: 13 }], titles: [] }],
      quotes: [{ content: [[3, 6]], cue: [], speaker: [[10, 13]] }],
      sentences: [[0, 13]],
    },
  );
  const plain = { entities: [{ start: 0, end: 3 }] };
  assert.equal(inUtf16(plain, "Ann Lee"), plain);
});

test("the same text has the same hash, whatever its white space", () => {
  assert.equal(hashOf("A  text.\r\n\r\nB."), hashOf(" A text.\n\nB.\n"));
  assert.notEqual(hashOf("A text."), hashOf("A text"));
});

test("addresses of the desk", () => {
  for (const place of [{ collection: "x1" }, { collection: "x1", tab: "people" }, { collection: "x1", article: 7 }])
    assert.deepEqual(placeIn(addressOf(place)), place);
  for (const other of ["", "#", "#panel", "#desk=", "#article=7"]) assert.equal(placeIn(other), null);
  assert.deepEqual(placeIn("#desk=x&article=__proto__"), { collection: "x" });
});
