import assert from "node:assert/strict";
import { test } from "node:test";
import { tabStops, titleLine } from "../../www/article/paragraphs.js";
import { resizedByWord } from "../../www/correct/extent.js";
import { described, describedLost, describedUndone } from "../../www/document/corrections/describe.js";
import { checkedShare, doubtfulIn } from "../../www/document/doubtful.js";
import { groupNames } from "../../www/document/groups.js";
import { wholeWords } from "../../www/document/ranges.js";
import { lines } from "../../www/document/segments.js";
import { shownIn } from "../../www/document/shown.js";
import { isInOtherLanguage } from "../../www/page/language-notice.js";
import { at, found, TEXT } from "./documents.mjs";

test("selections are extended to whole words", () => {
  const text = "The harbour’s Franco-British board, 東京都庁, in 2026.";
  const whole = (words, inside = words) => {
    const start = text.indexOf(words) + words.indexOf(inside);
    return text.slice(...wholeWords(text, [start, start + inside.length]));
  };
  assert.equal(whole("harbour", "arb"), "harbour");
  // What an apostrophe or a hyphen separates is a word of its own.
  assert.equal(whole("harbour"), "harbour");
  assert.equal(whole("British", "rit"), "British");
  assert.equal(whole("2026", "02"), "2026");
  // Scripts without spaces have no words to extend to.
  assert.equal(whole("東京都庁", "京都"), "京都");
});

test("a range does not grow into another paragraph", () => {
  const spaced = "One two.\n\nThree four\nfive.";
  const grown = (text, words, step) =>
    text.slice(...resizedByWord(text, [text.indexOf(words), text.indexOf(words) + words.length], step, true));
  assert.equal(grown(spaced, "two", "widenEnd"), "two");
  assert.equal(grown(spaced, "Three", "widenStart"), "Three");
  // A single line break does not end a paragraph here.
  assert.equal(grown(spaced, "four", "widenEnd"), "four\nfive.");
  assert.equal(grown("One\r\ntwo", "One", "widenEnd"), "One");
});

test("what is doubtful, and how much of it is checked", () => {
  const before = found();
  before.entities[1].confidence = 0.95;
  const none = new Set();
  const total = before.entities.length - 1 + before.quotes.filter(({ confidence }) => confidence < 0.9).length;
  assert.equal(doubtfulIn(before, none).length, total);
  assert.ok(doubtfulIn(before, none).every(({ range }, i, all) => i === 0 || all[i - 1].range[0] <= range[0]));
  const after = structuredClone(before);
  Object.assign(after.entities[0], { by: "you", confidence: 1 });
  after.entities.splice(3, 1);
  assert.deepEqual(checkedShare(before, after, none), { total, checked: 2 });
  before.quotes[0].medium = "thought";
  const quotations = (hidden) => doubtfulIn(before, new Set(hidden)).filter(({ isQuote }) => isQuote).length;
  assert.equal(quotations(["thought"]), quotations([]) - 1);
  assert.equal(doubtfulIn(before, new Set(["person"])).filter(({ range }) => TEXT.slice(...range) === "Lee").length, 0);
});

test("only direct quotations: the words in quotation marks of mixed ones stay", () => {
  const document = found();
  document.quotes[1].type = "mixed";
  const { content, quoted } = document.quotes[1];
  const said = (...hidden) => shownIn(document, new Set(/** @type {any} */ (hidden))).said(document.quotes[1]);
  assert.deepEqual(said(), content);
  assert.deepEqual(said("mixed"), quoted);
  assert.deepEqual(said("mixed", "direct"), []);
  assert.deepEqual(shownIn(document, new Set(["mixed"])).quotes[1].content, quoted);
});

test("the names count the quotations that the other tab lists", () => {
  const document = found();
  const chain = document.quotes[0].speaker_chain;
  const count = (hidden) =>
    groupNames(TEXT, document, shownIn(document, hidden), "count")
      .flatMap(({ entries }) => entries)
      .find(({ target }) => target.kind === "chain" && target.id === chain)?.quotes;
  const own = document.quotes.filter(({ speaker_chain }) => speaker_chain === chain);
  const direct = own.filter(({ type }) => type !== "indirect");
  assert.ok(direct.length < own.length);
  assert.equal(count(new Set()), own.length);
  assert.equal(count(new Set(["indirect"])), direct.length);
});

test("corrections are described, undone and lost ones as well", () => {
  const document = found();
  const renamed = /** @type {const} */ ({ do: "rename", at: at("Bob Roe"), name: " Robert " });
  assert.equal(described(TEXT, document, renamed, document), "Renamed Bob Roe to Robert");
  assert.equal(described(TEXT, document, renamed), "Changed the name of “Bob Roe” to Robert");
  const merged = /** @type {const} */ ({ do: "merge", at: at("Jo Lee"), into: at("Ann Lee") });
  assert.equal(describedUndone(TEXT, document, merged), "Jo Lee and Ann Lee are separate again");
  assert.equal(describedUndone(TEXT, document, { do: "unquote", at: at("“No,”") }), "“No,” is no longer a quotation");
  const lost = {
    correction: /** @type {any} */ ({ do: "speaker", at: [5, 10], who: [2, 5] }),
    passages: ["said “Yes” twice", "A Roe"],
  };
  assert.equal(describedLost(lost), "Set the speaker of “Yes” to Roe");
});

test("rows of a table have columns as wide as their widest cell, and are no title", () => {
  const text = "Name\tOffice\nAnn Lee Roe\tMayor\n\nNot a row.";
  const all = lines(text);
  assert.deepEqual(
    all.map((_, i) => tabStops(text, all, i)),
    [13, 13, 0],
  );
  assert.equal(titleLine(text, all), undefined);
  assert.notEqual(titleLine("Name\nAnn left.", lines("Name\nAnn left.")), undefined);
});

test("a text in another language is told from English with foreign names", () => {
  for (const text of [
    "Am Morgen war er in der Stadt, und am Abend will er in das Dorf, an dem der Fluss in das Meer mündet. Wer will, ist in einer Stunde da. So will es der Rat.",
    "Die Bürgermeisterin sagte am Dienstag in Lund, dass die neue Brücke in diesem Jahr nicht mehr gebaut werde. Der Rat will am Montag über den Haushalt beraten, an dem auch der Minister teilnimmt und spricht.",
    "La maire a annoncé mardi que le nouveau pont sur la rivière ne serait pas construit cette année, et que le conseil municipal doit se réunir lundi pour examiner le budget.",
    "De burgemeester zei dinsdag dat de nieuwe brug over de rivier dit jaar niet meer wordt gebouwd. Het was in de raad geen gemakkelijk besluit. Over een maand is er een debat in de stad.",
    "Borgmästaren sade på tisdagen att den nya bron över floden inte kommer att byggas i år, och att kommunstyrelsen på måndag ska diskutera budgeten, där ministern kommer att vara med.",
  ])
    assert.ok(isInOtherLanguage(text), text);
  for (const text of [
    "",
    "Ann Lee, Bob Roe, Carla Moor, Dmitri Katz, Elif Demir, Farid Haddad, Jo Lee, Helena Rebane",
    "Diego de la Cruz Ramírez and María del Carmen Núñez de Balboa were elected to the council of San Juan de los Lagos on Sunday, officials of the Partido Acción Nacional said after the count, which took all night and most of the morning.",
    "Results, second division: Tarnby 2 Lund 1; Paarl 0 Vigo 0; Turku 3 Cluj 2 after extra time. Scorers: Roe 2, Katz.",
    "“Wir schaffen das,” the chancellor told reporters in Berlin, a sentence that her critics never forgave. The house debates the law today, and few expect that it will pass without a long night.",
  ])
    assert.ok(!isInOtherLanguage(text), text);
});
