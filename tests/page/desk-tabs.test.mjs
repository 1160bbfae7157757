import assert from "node:assert/strict";
import { test } from "node:test";
import { gatheringOf, sliced } from "../../www/desk/gathered.js";
import { copied, page, sheetOf, table } from "../../www/desk/people/sheet.js";
import { filtered, rowsOf } from "../../www/desk/quotations/filter.js";
import { deskOf, gathered } from "./desk-gathered.mjs";

const NOTHING = { words: "", speaker: "", from: "", to: "", type: "", medium: "", cue: "" };
const articles = [
  {
    date: "2026-03-02",
    source: "The Clarion",
    people: [{ name: "Ann Lee", titles: ["mayor"] }, "Bob Roe"],
    said: [
      { by: 0, words: "“We will <not> pay.”" },
      { by: 1, words: "“=Lee is right.”", about: [0], cue: "wrote", medium: /** @type {const} */ ("writing") },
    ],
  },
  { date: "2026-01-05", source: "Keld Post", people: ["Ann Lee"], said: [{ by: 0, words: "“We will sail.”" }] },
  {
    people: ["Lee"],
    said: [
      { by: 0, words: "“No.”" },
      { speaker: "an aide", words: "“Perhaps.”" },
    ],
  },
];

test("quotations are chosen by words, speaker, period, medium and cue", async () => {
  const rows = rowsOf(await gathered(deskOf(articles).desk));
  /** @param {Partial<typeof NOTHING>} wanted */
  const words = async (wanted) => (await sliced(filtered(rows, { ...NOTHING, ...wanted }))).map((row) => row.words);
  assert.equal((await words({})).length, 5);
  assert.deepEqual(await words({ words: "will -sail" }), ["“We will <not> pay.”"]);
  assert.deepEqual(await words({ speaker: "ann l" }), ["“We will <not> pay.”", "“We will sail.”"]);
  assert.deepEqual(await words({ speaker: "aide" }), ["“Perhaps.”"]);
  assert.deepEqual(await words({ to: "2026-01-31" }), ["“We will sail.”"]);
  assert.deepEqual(await words({ from: "2026-01-06", medium: "speech" }), ["“We will <not> pay.”"]);
  assert.deepEqual(await words({ cue: "WROT" }), ["“=Lee is right.”"]);
  assert.deepEqual(await words({ type: "indirect" }), []);
});

test("a speaker has the name that the person has everywhere", async () => {
  const { desk } = deskOf(articles);
  await gathered(desk);
  await gatheringOf(desk).decide({ kind: "same", references: ["0 Ann Lee", "2 Lee"] });
  const rows = rowsOf(await gathered(desk));
  assert.deepEqual(
    rows.map(({ said }) => said),
    ["Ann Lee", "Bob Roe", "Ann Lee", "Ann Lee", "an aide"],
  );
});

test("the sheet of a person has what they said and what others say of them, by date", async () => {
  const all = await gathered(deskOf(articles).desk);
  const sheet = sheetOf(all, all.people.people[0]);
  assert.deepEqual(
    sheet.said.map(({ words }) => words),
    ["“We will sail.”", "“We will <not> pay.”"],
  );
  assert.deepEqual(
    sheet.spokenOf.map(({ words, speaker }) => [speaker, words]),
    [["Bob Roe", "“=Lee is right.”"]],
  );
  assert.deepEqual(
    sheet.articles.map(({ article }) => article.id),
    [1, 0],
  );
  const { plain, rich } = copied(sheet);
  assert.match(
    plain,
    /^Ann Lee\n\nmayor\n\n2 articles, 2 mentions, 2 quotations; 2026-01-05 to 2026-03-02\n\nQuoted by /,
  );
  assert.match(plain, /“We will sail.”\n– Article 1, Keld Post, 2026-01-05/);
  assert.match(rich, /“We will &lt;not&gt; pay.”/);
  assert.match(page(sheet), /<title>Ann Lee<\/title>/);
  const lines = table(sheet).split("\r\n");
  assert.equal(lines.length, 5);
  assert.match(lines[3], /^"said by others","“=Lee is right.”","Bob Roe"/);
});

test("decisions are kept in the notes, and undo takes the last one back", async () => {
  const { desk, notes } = deskOf(articles);
  const count = async () => (await gathered(desk)).people.people.length;
  assert.equal(await count(), 3);
  const decision = /** @type {const} */ ({ kind: "same", references: ["0 Ann Lee", "2 Lee"] });
  await gatheringOf(desk).decide({ ...decision, references: [...decision.references] });
  assert.equal(await count(), 2);
  assert.deepEqual(notes.get("people.decisions"), [decision]);
  await gatheringOf(desk).undo();
  assert.equal(await count(), 3);
  assert.deepEqual(notes.get("people.decisions"), []);
});

test("what was decided before is applied, and notes that are damaged are not", async () => {
  const { desk, notes } = deskOf(articles);
  notes.set("people.decisions", [
    { kind: "same", references: ["0 Ann Lee", "2 Lee"] },
    { kind: "join", references: [] },
    { kind: "same", references: [1] },
    null,
  ]);
  const all = await gathered(desk);
  assert.equal(all.people.people.length, 2);
  assert.equal(all.decisions.length, 1);
});
