import assert from "node:assert/strict";
import { test } from "node:test";
import { chart } from "../../www/desk/pictures/chart.js";
import { genders } from "../../www/desk/pictures/genders.js";
import { around, network } from "../../www/desk/pictures/network.js";
import { overTime } from "../../www/desk/pictures/over-time.js";
import { deskOf, gathered } from "./desk-gathered.mjs";

const articles = [
  {
    date: "2026-01-30",
    people: [{ name: "Ann Lee", she: 3 }, "Juan Ortiz"],
    groups: ["Keld Council"],
    said: [{ by: 0, about: [1] }, { by: 0 }, { by: 2 }],
  },
  { date: "2026-03-02", people: ["Ann Lee", { name: "Bob Roe", he: 4 }], said: [{ by: 0, about: [1] }, { by: 1 }] },
  { date: "not a day", people: ["Ann Lee", "Juan Ortiz"], said: [{ by: 0, about: [1] }, { speaker: "an aide" }] },
  { people: ["Zoë Sánchez"], said: [{ by: 0 }] },
];
const all = await gathered(deskOf(articles).desk);

/** @param {import("../../www/desk/pictures/network.js").Network} found */
const links = (found) => found.links.map(({ source, target, weight }) => `${source.name} ${target.name} ${weight}`);

test("quotations are counted by speaker and period, with periods in which there are none", () => {
  assert.deepEqual(overTime(all, 2, "month"), {
    unit: "month",
    periods: ["2026-01", "2026-02", "2026-03"],
    speakers: [
      { name: "Ann Lee", counts: [2, 0, 1], total: 4 },
      { name: "Keld Council", counts: [1, 0, 0], total: 1 },
    ],
    undated: 1,
  });
  const weeks = overTime(all, 1, "week");
  assert.deepEqual([weeks.periods[0], weeks.periods.at(-1), weeks.periods.length], ["2026-01-26", "2026-03-02", 6]);
  assert.equal(overTime(all, 5, null).unit, "day");
});

test("the period is as short as fits, and no dates give no periods", async () => {
  const many = (/** @type {string[]} */ dates) =>
    gathered(deskOf(dates.map((date) => ({ date, people: ["Ann Lee"], said: [{ by: 0 }] }))).desk);
  assert.equal(overTime(await many(["2026-01-01", "2026-12-31"]), 5, null).unit, "week");
  assert.equal(overTime(await many(["2020-03-01", "2024-12-31"]), 5, null).unit, "month");
  assert.equal(overTime(await many(["1950-01-01", "2024-12-31"]), 5, null).unit, "year");
  assert.deepEqual(overTime(await many([""]), 5, null).periods, []);
});

test("the chart has a bar for every period with quotations", () => {
  const { shapes, width, height } = chart(overTime(all, 2, "month"), 800);
  const bars = shapes.filter(({ kind }) => kind === "rect");
  assert.equal(bars.length, 3);
  assert.equal(bars[0].title, "Ann Lee, 2026-01: 2 quotations");
  for (const { x, y } of shapes) assert.ok(x >= 0 && x <= width && y >= 0 && y <= height, `${x} ${y}`);
});

test("who is named with whom, and who speaks about whom", () => {
  assert.deepEqual(links(network(all, "together", 10, 1)), ["Ann Lee Juan Ortiz 2", "Ann Lee Bob Roe 1"]);
  assert.deepEqual(links(network(all, "together", 10, 2)), ["Ann Lee Juan Ortiz 2"]);
  assert.deepEqual(links(network(all, "together", 1, 1)), []);
  const about = network(all, "about", 10, 1);
  assert.deepEqual(links(about), ["Ann Lee Juan Ortiz 2", "Ann Lee Bob Roe 1"]);
  assert.deepEqual(
    about.people.map(({ name }) => name),
    ["Ann Lee", "Juan Ortiz", "Bob Roe"],
  );
  const [, , roe] = about.people;
  assert.deepEqual(links(around(about, roe)), ["Ann Lee Bob Roe 1"]);
});

test("people are counted as women or men only where the articles say so", () => {
  assert.deepEqual(genders(all), {
    she: { speakers: 1, quotations: 4 },
    he: { speakers: 1, quotations: 1 },
    unknown: { speakers: 1, quotations: 1 },
  });
});
