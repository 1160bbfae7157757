import assert from "node:assert/strict";
import { test } from "node:test";
import { clustered, peopleOf } from "../../www/desk/people/merge.js";
import { nameOf } from "../../www/desk/people/name.js";
import { recordsOf, SharedNames } from "../../www/desk/people/record.js";

/**
 * @typedef {Partial<import("../../www/desk/summary.js").NamedPerson> & {name: string}} Given
 * @typedef {import("../../www/desk/people/decisions.js").Decision} Decision
 */

/** An article that names people, organisations and, with “in”, places. @param {Given[]} people @param {string[]} [others] @param {string} [date] */
const article = (people, others = [], date = "") => ({ people, others, date });

/**
 * @param {ReturnType<typeof article>[]} articles
 * @param {Decision[]} [decisions]
 */
function merge(articles, decisions = []) {
  const shared = new SharedNames();
  const records = articles.flatMap(({ people, others, date }, id) =>
    recordsOf(
      {
        id,
        archiveId: "",
        title: "",
        date,
        source: "",
        words: 0,
        people: people.map((person, chain) => ({
          chain,
          titles: [],
          mentions: 1,
          she: 0,
          he: 0,
          place: [0, 1],
          ...person,
        })),
        names: others.map((name, i) => ({
          chain: people.length + i,
          name,
          type: name.startsWith("in ") ? "GPE" : "ORG",
        })),
        quotations: [],
      },
      shared,
    ),
  );
  return finished(peopleOf(finished(clustered(records, shared.articles, articles.length)), decisions));
}

/** @template T @param {Generator<number, T>} work @returns {T} */
function finished(work) {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Who is in which articles: "Ann Lee 0 2". @param {ReturnType<typeof merge>} found */
const who = ({ people }) =>
  people.map(({ name, records }) => [name, ...records.map(({ source }) => source.id)].join(" ")).sort();

/** @param {ReturnType<typeof merge>} found */
const offered = ({ offers }) =>
  offers.map(({ people, because }) => `${because}: ${people.map(({ name }) => name).join(", ")}`);

test("the parts of a name", () => {
  const parts = (/** @type {string} */ written) => {
    const { given, middle, last, generation } = nameOf(written);
    return [given, ...middle, last, generation].filter(Boolean).join(" ");
  };
  for (const [written, expected] of [
    ["Mr. Juan P. Ortiz", "juan p ortiz"],
    ["J. D. Vale", "jd vale"],
    ["Paul Rey, Jr.", "paul rey jr"],
    ["Paul Rey Senior", "paul rey sr"],
    ["President Rosa Ames", "rosa ames"],
    ["Søren Łukasz-Ørsted’s", "soren lukaszorsted"],
    ["Lee", "lee"],
    ["", ""],
  ])
    assert.equal(parts(written), expected, written);
});

test("the same full name is the same person", () => {
  const found = merge([
    article([{ name: "María Sánchez", titles: ["mayor"] }], [], "2026-02-01"),
    article([{ name: "MARIA SANCHEZ", mentions: 3 }], [], "2026-01-05"),
    article([{ name: "Maria Sanchez Jr." }]),
    article([{ name: "María Sánchez" }]),
  ]);
  assert.deepEqual(who(found), ["Maria Sanchez Jr. 2", "María Sánchez 0 1 3"]);
  const [person] = found.people;
  assert.deepEqual(
    [person.articles, person.mentions, person.first, person.last, person.titles, person.otherNames],
    [3, 5, "2026-01-05", "2026-02-01", ["mayor"], []],
  );
  assert.deepEqual(offered(found), ["name: María Sánchez, Maria Sanchez Jr."]);
});

test("a surname in one article is not that surname in another", () => {
  const found = merge([
    article([{ name: "Lee" }], ["Keld Council"]),
    article([{ name: "Lee" }], ["Rovers"]),
    article([{ name: "Lee" }], ["Keld Council"]),
    article([{ name: "Ann Lee" }], ["Rovers"]),
  ]);
  assert.deepEqual(who(found), ["Ann Lee 3", "Lee 0", "Lee 1", "Lee 2"]);
  assert.deepEqual(offered(found).sort(), ["surname: Ann Lee, Lee", "surname: Lee, Lee"]);
});

test("people of one name whose titles and company differ are two", () => {
  const found = merge([
    article([{ name: "Ann Lee", titles: ["mayor of Keld"] }], ["Keld Council"]),
    article([{ name: "Ann Lee", titles: ["goalkeeper"] }], ["Rovers"]),
    article([{ name: "Ann Lee", titles: ["former mayor"] }]),
    article([{ name: "Ann Lee", titles: ["captain"] }], ["Rovers"]),
    article([{ name: "Ann Lee" }]),
  ]);
  assert.deepEqual(who(found), ["Ann Lee 0 2", "Ann Lee 1 3", "Ann Lee 4"]);
  assert.deepEqual(offered(found), ["name: Ann Lee, Ann Lee, Ann Lee"]);
});

test("a place in common joins people only if their titles do not differ", () => {
  const titled = merge([
    article([{ name: "Ann Lee", titles: ["mayor"] }], ["in Keld"]),
    article([{ name: "Ann Lee", titles: ["goalkeeper"] }], ["in Keld"]),
  ]);
  assert.equal(titled.people.length, 2);
  assert.equal(titled.offers.length, 1);
  const surnames = merge([article([{ name: "Lee" }], ["in Keld"]), article([{ name: "Lee" }], ["in Keld"])]);
  assert.deepEqual(offered(surnames), ["surname: Lee, Lee"]);
});

test("a name that is everywhere is no evidence", () => {
  const others = Array.from({ length: 30 }, (_, i) => article([{ name: `Given${i} Family${i}` }], ["Europe"]));
  const found = merge([
    ...others,
    article([{ name: "Ann Lee", titles: ["mayor"] }], ["Europe"]),
    article([{ name: "Ann Lee", titles: ["goalkeeper"] }], ["Europe"]),
  ]);
  assert.equal(found.people.filter(({ name }) => name === "Ann Lee").length, 2);
});

test("a woman and a man are two people, and are not offered", () => {
  const found = merge([
    article([{ name: "Kim Roe", she: 3 }], ["Rovers"]),
    article([{ name: "Kim Roe", he: 4 }], ["Rovers"]),
  ]);
  assert.deepEqual(who(found), ["Kim Roe 0", "Kim Roe 1"]);
  assert.deepEqual(offered(found), []);
  const unclear = merge([article([{ name: "Kim Roe", she: 3 }]), article([{ name: "Kim Roe", he: 1, she: 1 }])]);
  assert.deepEqual(who(unclear), ["Kim Roe 0 1"]);
});

test("middle names may be left out but not differ", () => {
  const together = merge([article([{ name: "Juan P. Ortiz" }]), article([{ name: "Juan Ortiz" }])]);
  assert.deepEqual(who(together), ["Juan P. Ortiz 0 1"]);
  const apart = merge([
    article([{ name: "Juan P. Ortiz" }]),
    article([{ name: "Juan M. Ortiz" }]),
    article([{ name: "Juan Ortiz" }]),
  ]);
  assert.deepEqual(who(apart), ["Juan M. Ortiz 1", "Juan Ortiz 2", "Juan P. Ortiz 0"]);
  assert.equal(offered(apart).length, 1);
});

test("names with a hyphen and family names in front", () => {
  for (const [a, b] of [
    ["Chen Shui-bian", "Chen Shuibian"],
    ["Kim Jong-un", "Kim Jong Un"],
    ["Han Ji-hye", "Ji-hye Han"],
    ["Jean-Pierre Blanc", "Jean Pierre Blanc"],
  ])
    for (const pair of [
      [a, b],
      [b, a],
    ])
      assert.equal(merge(pair.map((name) => article([{ name }]))).people.length, 1, pair.join(", "));
  for (const pair of [
    ["Anna Lee", "Ann Alee"],
    ["Ann Jones", "Ann Smith-Jones"],
  ])
    assert.equal(merge(pair.map((name) => article([{ name }]))).people.length, 2, pair.join(", "));
});

test("initials and short forms are offered", () => {
  for (const pair of [
    ["Robert Ames", "Bob Ames"],
    ["Daniel Webb", "Dan Webb"],
    ["Juan Ortiz", "J. Ortiz"],
  ]) {
    const found = merge(pair.map((name) => article([{ name }])));
    assert.equal(found.people.length, 2);
    assert.deepEqual(offered(found), [`variant: ${pair.join(", ")}`]);
  }
  const many = ["Juan Ortiz", "Jane Ortiz", "J. Ortiz"].map((name) => article([{ name }]));
  assert.deepEqual(offered(merge(many)), []);
});

test("two people of one name in one article stay two", () => {
  const found = merge([
    article([
      { name: "Ann Lee", titles: ["mayor"] },
      { name: "Ann Lee", titles: ["singer"] },
    ]),
    article([{ name: "Ann Lee", titles: ["singer"] }]),
  ]);
  assert.deepEqual(who(found), ["Ann Lee 0", "Ann Lee 0 1"]);
  const untitled = merge([article([{ name: "Ann Lee" }, { name: "Ann Lee" }])]);
  assert.deepEqual(who(untitled), ["Ann Lee 0", "Ann Lee 0"]);
  assert.deepEqual(offered(untitled), []);
  assert.equal(new Set(untitled.byReference.keys()).size, 2);
  const forms = merge([article([{ name: "Robert Ames" }, { name: "Bob Ames" }])]);
  assert.deepEqual(offered(forms), []);
});

test("what a reader has decided overrides everything, and can be undone", () => {
  const articles = [
    article([{ name: "Lee" }], ["Keld Council"]),
    article([{ name: "Ann Lee" }], ["Keld Council"]),
    article([{ name: "Ann Lee" }], ["Keld Council"]),
  ];
  /** @type {Decision[]} */
  const decisions = [
    { kind: "same", references: ["0 Lee", "1 Ann Lee"] },
    { kind: "apart", references: ["2 Ann Lee"] },
    { kind: "different", references: ["1 Ann Lee", "2 Ann Lee"] },
    { kind: "same", references: ["9 gone", "8 gone"] },
  ];
  const after = decisions.map((_, i) => who(merge(articles, decisions.slice(0, i + 1))));
  assert.deepEqual(after, [
    ["Ann Lee 0 1 2"],
    ["Ann Lee 0 1", "Ann Lee 2"],
    ["Ann Lee 0 1", "Ann Lee 2"],
    ["Ann Lee 0 1", "Ann Lee 2"],
  ]);
  assert.deepEqual(offered(merge(articles)), ["surname: Ann Lee, Lee"]);
  assert.deepEqual(offered(merge(articles, [{ kind: "different", references: ["0 Lee", "2 Ann Lee"] }])), []);
  assert.deepEqual(offered(merge(articles, decisions.slice(0, 1))), []);
});
