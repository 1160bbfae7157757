// What a website puts around its articles is no part of what Newsmark shows and counts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isBoilerplate } from "../../www/document/boilerplate.js";
import { summaryLine } from "../../www/document/explain.js";
import { groupNames } from "../../www/document/groups.js";
import { shownIn } from "../../www/document/shown.js";

const TEXT = "Ann Lee left.\nRead more: Bob Roe\nAnn Lee won.";
const entity = (id, start, end, chain) => ({
  id,
  start,
  end,
  chain,
  type: /** @type {const} */ ("PERSON"),
  text: TEXT.slice(start, end),
  confidence: 0.9,
});
const entities = [entity(0, 0, 7, 0), entity(1, 25, 32, 1), entity(2, 33, 40, 0)];
const chain = (id, name, kind) => ({
  id,
  name,
  type: /** @type {const} */ ("PERSON"),
  titles: [],
  mentions: entities.filter((one) => one.chain === id).map(({ start, end }) => ({ start, end, kind })),
});
const document = /** @type {import("../../www/document/types.js").NewsDocument} */ ({
  entities,
  chains: [chain(0, "Ann Lee", "name"), chain(1, "Bob Roe", "name")],
  quotes: [],
  quoted_terms: [],
  sentences: [],
  blocks: [
    { start: 0, end: 13, kind: "paragraph" },
    { start: 14, end: 32, kind: "boilerplate" },
    { start: 33, end: 45, kind: "paragraph" },
  ],
});

test("a range is in boilerplate if a block of it holds all of the range", () => {
  for (const [start, end, expected] of [
    [14, 32, true],
    [25, 32, true],
    [0, 7, false],
    [33, 40, false],
    [10, 20, false],
    [30, 40, false],
    [14, 14, false],
  ]) {
    assert.equal(isBoilerplate(document, { start: Number(start), end: Number(end) }), expected, `${start} ${end}`);
  }
  assert.equal(isBoilerplate({}, { start: 0, end: 7 }), false);
});

test("names in boilerplate are neither shown nor counted", () => {
  const shown = shownIn(document, new Set());
  assert.deepEqual(
    entities.map((one) => shown.entity(one)),
    [true, false, true],
  );
  const names = groupNames(TEXT, document, shown, "count").flatMap(({ entries }) => entries.map(({ name }) => name));
  assert.deepEqual(names, ["Ann Lee"]);
  assert.match(summaryLine(document), /^2 names/);
});

test("a name that a person marks there is shown", () => {
  const marked = { ...document, entities: entities.map((one) => ({ ...one, by: /** @type {const} */ ("you") })) };
  assert.ok(shownIn(marked, new Set()).entity(marked.entities[1]));
});
