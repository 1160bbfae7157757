import assert from "node:assert/strict";
import { test } from "node:test";
import { genderOf } from "../../www/desk/people/gender.js";
import { summarise } from "../../www/desk/summary.js";
import { annotated } from "./desk-articles.mjs";

const text = `Harbour to close
“We will
 miss it,” said Mayor Ann Lee on Monday. She thanked Mr. Okoro. “Lee has my vote,” he wrote. “No,” an aide said.`;
const document = annotated(
  text,
  [
    { name: "Ann Lee", mentions: ["Ann Lee", "She", "Lee"], titles: ["Mayor"] },
    { name: "Okoro", mentions: ["Okoro", "he"] },
    { name: "Keld Council", type: "ORG", mentions: [] },
  ],
  [
    { words: "“We will\n miss it,”", speaker: "Mayor Ann Lee", cue: "said", of: 0 },
    { words: "“Lee has my vote,”", speaker: "he", cue: "wrote", of: 1, medium: "writing" },
    { words: "“No,”", speaker: "an aide", cue: "said" },
  ],
);
const metadata = { id: "h-7", date: "2026-03-02", site: "The Clarion" };

test("a summary has what the tabs compare", () => {
  const { people, quotations, ...rest } = summarise(document, { id: 7, text, metadata });
  assert.deepEqual(rest, {
    id: 7,
    archiveId: "h-7",
    title: "Harbour to close",
    date: "2026-03-02",
    source: "The Clarion",
    words: 27,
    names: [{ chain: 2, name: "Keld Council", type: "ORG" }],
  });
  assert.deepEqual(
    people.map(({ name, titles, mentions, she, he }) => [name, titles, mentions, she, he]),
    [
      ["Ann Lee", ["Mayor"], 3, 1, 0],
      ["Okoro", [], 2, 0, 3],
    ],
  );
  assert.equal(text.slice(...people[0].place), "Ann Lee");
  assert.deepEqual(
    quotations.map(({ speaker, chain, cue, medium, words, about }) => [speaker, chain, cue, medium, words, about]),
    [
      ["Ann Lee", 0, "said", "speech", "“We will miss it,”", []],
      ["Okoro", 1, "wrote", "writing", "“Lee has my vote,”", [0]],
      ["an aide", null, "said", "speech", "“No,”", []],
    ],
  );
});

test("people without a name are not put together across articles", () => {
  const unnamed = structuredClone(document);
  unnamed.chains[1] = { ...unnamed.chains[1], name: null, description: "an usher" };
  unnamed.quotes[1].speaker_name = null;
  const { people, quotations } = summarise(unnamed, { id: 7, text, metadata });
  assert.deepEqual(
    people.map(({ name }) => name),
    ["Ann Lee"],
  );
  assert.deepEqual([quotations[1].speaker, quotations[1].chain], ["an usher", 1]);
});

test("a summary can be stored as JSON", () => {
  const summary = summarise(document, { id: 7, text, metadata: {} });
  assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
});

test("what a text calls a person", () => {
  const cases = /** @type {[string, string, string[], object][]} */ ([
    ["Mrs Ann Lee left.", "Ann Lee", [], { she: 2, he: 0 }],
    ["Sir Ann Lee left.", "Sir Ann Lee", [], { she: 0, he: 2 }],
    ["The spokeswoman Ann Lee left.", "Ann Lee", ["spokeswoman"], { she: 4, he: 0 }],
    ["Ann Lee, adviser to the queen, left.", "Ann Lee", ["adviser to the queen"], { she: 0, he: 0 }],
    ["A misssir Lee left.", "Lee", [], { she: 0, he: 0 }],
  ]);
  for (const [words, name, titles, expected] of cases) {
    const { people } = summarise(annotated(words, [{ name, titles }]), { id: 0, text: words, metadata: {} });
    assert.deepEqual({ she: people[0].she, he: people[0].he }, expected, words);
  }
});

test("one pronoun is too little evidence, and so is a contradiction", () => {
  const cases = /** @type {[number, number, string|null][]} */ ([
    [2, 0, "she"],
    [1, 0, null],
    [1, 4, "he"],
    [2, 3, null],
    [6, 2, "she"],
  ]);
  for (const [she, he, expected] of cases) assert.equal(genderOf({ she, he }), expected, `${she} ${he}`);
});
