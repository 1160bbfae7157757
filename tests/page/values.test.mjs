import assert from "node:assert/strict";
import { test } from "node:test";
import { amountText, placeText, timeText, valueText } from "../../www/document/value.js";
import { datedStatements, needsDay, table } from "../../www/timeline/events.js";
import { picture } from "../../www/timeline/picture.js";

test("a time in words", () => {
  for (const [timex, value, mod, expected] of [
    ["DATE", "2023-07-25", undefined, "25 July 2023"],
    ["DATE", "2023-07", undefined, "July 2023"],
    ["DATE", "2023-07", "START", "early in July 2023"],
    ["DATE", "2023", undefined, "2023"],
    ["DATE", "2023-W30", undefined, "24 July to 30 July 2023"],
    ["DATE", "2021-W53", undefined, "3 January to 9 January 2022"],
    ["DATE", "2023-W30-WE", undefined, "29 July to 30 July 2023"],
    ["DATE", "2023-Q3", undefined, "quarter 3 of 2023"],
    ["DATE", "2023-H1", undefined, "first half of 2023"],
    ["DATE", "2023-SU", undefined, "summer 2023"],
    ["DATE", "199", undefined, "the 1990s"],
    ["DATE", "18", undefined, "the 19th century"],
    ["DATE", "2010/2015", undefined, "2010 to 2015"],
    ["DATE", "XXXX-07-28", undefined, "28 July"],
    ["DATE", "XXXX-WXX-2", undefined, ""],
    ["DATE", "XXXX", undefined, ""],
    ["DATE", "PRESENT_REF", undefined, ""],
    ["TIME", "2023-07-25T17:00", undefined, "25 July 2023, 17:00"],
    ["TIME", "2023-07-25TNI", undefined, "25 July 2023, night"],
    ["DURATION", "P2W", "APPROX", "about 2 weeks"],
    ["DURATION", "P1Y6M", undefined, "1 year 6 months"],
    ["DURATION", "PT1H30M", undefined, "1 hour 30 minutes"],
    ["DURATION", "PXD", undefined, ""],
    ["SET", "XXXX-WXX-2", undefined, "every Tuesday"],
    ["SET", "P1D", undefined, "every 1 day"],
  ])
    assert.equal(timeText(/** @type {any} */ ({ timex, value, mod, anchor: "none" })), expected, value);
});

test("an amount in the reader’s notation", () => {
  assert.equal(amountText({ amount: 3e6, high: 4e6, currency: "GBP", approx: false }), "£3,000,000 to £4,000,000");
  assert.equal(amountText({ amount: 0.8, currency: "GBP", approx: true }), "about £0.80");
  assert.equal(amountText({ amount: 5, currency: "not a code", approx: false }), "5 not a code");
  assert.equal(amountText({ amount: 4.5, unit: "%", approx: false }), "4.5%");
  assert.equal(amountText({ amount: 8, unit: "km", si: 8000, si_unit: "m", approx: false }), "8 km (8,000 m)");
});

test("a place, and an entity whose words say as much", () => {
  assert.equal(placeText({ name: "North Korea", kind: "country", country: "KP" }), "North Korea · country · KP");
  const entity = { text: "25 July 2023", value: { timex: "DATE", value: "2023-07-25", anchor: "none" } };
  assert.equal(valueText(/** @type {any} */ (entity)), "");
  assert.equal(valueText(/** @type {any} */ ({ text: "Oslo" })), "");
});

const text = "It closed on Tuesday.\nIt opened in 2010. =It was sold yesterday.";
const at = (words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });
const time = (value, earliest, latest = earliest) => ({ timex: "DATE", value, anchor: "none", earliest, latest });
/** @type {any} */
const dated = {
  sentences: [
    [0, 21],
    [22, 40],
    [41, text.length],
  ],
  entities: [
    { ...at("Tuesday"), value: time("2023-07-25", "2023-07-25") },
    { ...at("2010"), value: time("2010", "2010-01-01", "2010-12-31") },
    { ...at("yesterday"), value: time("XXXX-XX-XX", undefined) },
    { ...at("It"), value: { amount: 1, approx: false } },
  ],
};

test("the dated statements are in the order of time", () => {
  const statements = datedStatements(text, dated);
  assert.deepEqual(
    statements.map(({ when, sentence }) => [when, sentence]),
    [
      ["2010", "It opened in 2010."],
      ["25 July 2023", "It closed on Tuesday."],
    ],
  );
  assert.deepEqual(datedStatements(text, { ...dated, entities: [] }), []);
});

test("the day of publication is asked for only where a date needs it", () => {
  assert.equal(needsDay(dated), true);
  assert.equal(needsDay({ ...dated, entities: dated.entities.slice(0, 2) }), false);
});

test("a spreadsheet does not run a sentence as a formula", () => {
  const late = { ...at("yesterday"), value: time("2023-07-24", "2023-07-24") };
  const csv = table(datedStatements(text, { ...dated, entities: [late] }));
  assert.equal(
    csv,
    '\ufeff"earliest","latest","date","words","sentence"\r\n"2023-07-24","2023-07-24","24 July 2023","yesterday","\'=It was sold yesterday."\r\n',
  );
});

test("the timeline is drawn with a dot and the words of each statement", () => {
  const sentence = "It rained. ".repeat(20);
  const statement = { entity: {}, earliest: "2023-07-25", latest: "2023-07-25", when: "25 July 2023", sentence };
  const { height, shapes } = picture(/** @type {any} */ ([statement, statement]));
  const dots = shapes.filter(({ kind }) => kind === "circle");
  assert.equal(dots.length, 2);
  assert.ok(dots.every(({ y }) => y > 0 && y < height) && dots[0].y < dots[1].y);
  const words = shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
  assert.deepEqual([words[0], words.length], ["25 July 2023", 4]);
  assert.ok(words[1].length <= 102 && words[1].endsWith(" …"));
});
