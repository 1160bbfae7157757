import assert from "node:assert/strict";
import { test } from "node:test";
import { applied, corrected } from "../../www/document/corrected.js";
import { at, check, found, TEXT } from "./documents.mjs";

/** The document after these corrections; what holds of all, holds of it. */
function after(...corrections) {
  const document = corrected(TEXT, found(), corrections);
  check(TEXT, document);
  return document;
}

const names = ({ entities }) => entities.map(({ text, type }) => `${text} ${type}`);
const chain = ({ chains }, name) => chains.find((one) => one.name === name);
const mentions = (document, name) => chain(document, name)?.mentions.map(({ start, end }) => TEXT.slice(start, end));
const speakers = ({ quotes }) => quotes.map((quote) => quote.speaker_name);
const quotes = ({ quotes }) =>
  quotes.map(({ type, content }) => `${type} ${content.map((range) => TEXT.slice(...range)).join(" … ")}`);

test("what was found is a document, and nothing changes without corrections", () => {
  const document = found();
  check(TEXT, document);
  assert.equal(corrected(TEXT, document, []), document);
  after({ do: "unmark", at: at("Monday") });
  assert.deepEqual(document, found());
});

test("a name is marked, and belongs to those who are called so", () => {
  const document = after({ do: "unmark", at: at("Lund") }, { do: "mark", at: at("Lund"), type: "GPE" });
  assert.equal(mentions(document, "Lund").length, 3);
  assert.equal(document.entities[1].by, "you");
  assert.ok(document.entities.every((one, i) => i === 1 || one.by === undefined));
});

test("a name marked by hand takes the place of those that it overlaps", () => {
  const document = after({ do: "mark", at: at("Mayor Ann Lee spoke in Lund"), type: "EVENT" });
  assert.deepEqual(names(document).slice(0, 2), ["Mayor Ann Lee spoke in Lund EVENT", "Monday DATE"]);
  assert.equal(chain(document, "Ann Lee"), undefined);
  assert.deepEqual(mentions(document, "Lee"), ["Lee", "Lee", "The mayor"]);
});

test("blanks at the ends of what is marked are left out; blanks alone are nothing", () => {
  const [start, end] = at(" yard");
  assert.ok(names(after({ do: "mark", at: [start, end], type: "ORG" })).includes("yard ORG"));
  assert.equal(applied(TEXT, found(), [{ do: "mark", at: [start, start + 1], type: "ORG" }]).idle.length, 1);
});

test("one of several names gets another type: it is another's from then on", () => {
  const document = after({ do: "mark", at: at("Norrvarv"), type: "ORG" });
  assert.deepEqual(
    document.chains.filter((one) => one.name === "Norrvarv").map((one) => [one.type, one.mentions.length]),
    [
      ["GPE", 1],
      ["ORG", 1],
    ],
  );
  // Their words are a speaker's, who goes with them.
  assert.equal(document.chains[document.quotes[1].speaker_chain].type, "ORG");
});

test("everywhere: all names get the type, and it is still the same organisation", () => {
  const document = after({ do: "mark", at: at("Norrvarv", 1), type: "ORG", everywhere: true });
  assert.deepEqual(
    document.chains.filter((one) => one.name === "Norrvarv").map((one) => [one.type, one.mentions.length]),
    [["ORG", 2]],
  );
  assert.equal(document.chains.length, 5);
  assert.equal(speakers(document)[1], "Norrvarv");
});

test("everywhere leaves alone what is part of something longer", () => {
  const document = after({ do: "mark", at: at("Lee", 1), type: "ORG", everywhere: true });
  assert.deepEqual(
    names(document).filter((one) => one.includes("Lee")),
    ["Ann Lee PERSON", "Lee ORG", "Lee ORG", "Jo Lee PERSON"],
  );
});

test("a type without names has no chain, and what was said by it has no name", () => {
  const document = after({ do: "mark", at: at("Norrvarv"), type: "CARDINAL", everywhere: true });
  assert.equal(chain(document, "Norrvarv"), undefined);
  assert.deepEqual([document.quotes[1].speaker_name, document.quotes[1].speaker_chain], [null, null]);
  assert.equal(document.quotes[1].speaker.length, 1);
});

test("names are removed, one or all; a chain without a name is gone", () => {
  assert.equal(mentions(after({ do: "unmark", at: at("Lund", 1) }), "Lund").length, 2);
  const document = after({ do: "unmark", at: at("Bob Roe") });
  assert.equal(chain(document, "Bob Roe"), undefined);
  assert.deepEqual(document.quotes[2].speaker_name, null);
  assert.equal(
    names(after({ do: "unmark", at: at("Lund"), everywhere: true })).some((one) => one.startsWith("Lund")),
    false,
  );
});

test("an extent is changed, and the name with it", () => {
  const wider = { do: "mark", at: at("Norrvarv, the yard"), was: at("Norrvarv"), type: "GPE" };
  assert.deepEqual(mentions(after(wider), "Norrvarv, the yard"), ["Norrvarv, the yard", "Norrvarv"]);
  const narrower = { do: "mark", at: at("Roe"), was: at("Bob Roe"), type: "PERSON" };
  assert.deepEqual(mentions(after(narrower), "Roe"), ["Roe", "he"]);
  assert.equal(speakers(after(narrower))[2], "Roe");
});

test("a surname alone is the person's who bears it, if there is one only", () => {
  const bob = after(
    { do: "mark", at: at("Roe"), type: "PERSON", was: at("Bob Roe") },
    { do: "mark", at: at("Bob Roe"), type: "PERSON", was: at("Roe") },
  );
  assert.deepEqual(mentions(bob, "Bob Roe"), ["Bob Roe", "he"]);
  const two = after({ do: "unmark", at: at("Lee", 1) }, { do: "mark", at: at("Lee", 1), type: "PERSON" });
  assert.equal(mentions(two, "Ann Lee").length, 4);
});

test("a speaker whose name is marked only now, is known by it", () => {
  const document = after(
    { do: "unmark", at: at("Norrvarv"), everywhere: true },
    { do: "mark", at: at("Norrvarv, the yard,"), type: "ORG" },
  );
  assert.equal(speakers(document)[1], "Norrvarv, the yard,");
});

test("a person is renamed, and so is the speaker", () => {
  const document = after({ do: "rename", at: at("The mayor"), name: " Anna Lee " });
  assert.deepEqual(speakers(document), ["Anna Lee", "Norrvarv", "Bob Roe", "Anna Lee"]);
  assert.equal(chain(document, "Anna Lee").by, "you");
  // Whatever else is done to the mentions, it stays.
  const more = after(
    { do: "rename", at: at("Bob Roe"), name: "Robert" },
    { do: "mark", at: at("Roe"), was: at("Bob Roe"), type: "PERSON" },
  );
  assert.deepEqual(mentions(more, "Robert"), ["Roe", "he"]);
});

test("two people become one, with all that they said", () => {
  const document = after({ do: "merge", at: at("Jo Lee"), into: at("Ann Lee") });
  assert.equal(mentions(document, "Ann Lee").length, 5);
  assert.equal(document.chains.length, 4);
  const other = after({ do: "merge", at: at("Ann Lee"), into: at("Bob Roe") });
  assert.deepEqual(speakers(other), ["Bob Roe", "Norrvarv", "Bob Roe", "Bob Roe"]);
  assert.equal(chain(other, "Bob Roe").titles.length, 1);
});

test("of two names the fuller one stays, or the one that somebody gave", () => {
  const apart = { do: "move", at: at("Lee", 1), to: null };
  const fuller = after(apart, { do: "merge", at: at("Ann Lee"), into: at("Lee", 1) });
  assert.equal(mentions(fuller, "Ann Lee").length, 4);
  const given = after(
    apart,
    { do: "rename", at: at("Lee", 1), name: "Bo" },
    { do: "merge", at: at("Ann Lee"), into: at("Lee", 1) },
  );
  assert.equal(mentions(given, "Bo").length, 4);
  const other = after(
    apart,
    { do: "rename", at: at("Lee", 1), name: "Bo" },
    { do: "merge", at: at("Lee", 1), into: at("Ann Lee") },
  );
  assert.equal(mentions(other, "Bo").length, 4);
});

test("a mention is somebody else, new or known, and says what it said", () => {
  const alone = after({ do: "move", at: at("Lee", 1), to: null });
  assert.deepEqual(mentions(alone, "Lee"), ["Lee"]);
  assert.deepEqual(speakers(alone), ["Lee", "Norrvarv", "Bob Roe", "Ann Lee"]);
  const known = after({ do: "move", at: at("Lee", 1), to: at("Jo Lee"), everywhere: true });
  assert.deepEqual(mentions(known, "Jo Lee"), ["Lee", "Lee", "Jo Lee"]);
  assert.equal(speakers(known)[0], "Jo Lee");
});

test("a pronoun is somebody else, or nobody", () => {
  const [start] = at("he told");
  const he = [start, start + 2];
  assert.deepEqual(mentions(after({ do: "move", at: he, to: at("Jo Lee") }), "Jo Lee"), ["he", "Jo Lee"]);
  const nobody = after({ do: "move", at: he, to: null });
  assert.deepEqual(mentions(nobody, "Bob Roe"), ["Bob Roe"]);
  assert.equal(speakers(nobody)[2], null);
});

test("a quotation is marked; the marks in it say what it is", () => {
  const blue = after({ do: "quote", at: at("“Blue Hour”") });
  assert.ok(quotes(blue).includes("direct “Blue Hour”"));
  assert.deepEqual(blue.quoted_terms, []);
  assert.deepEqual(speakers(blue).at(-1), null);
  assert.ok(quotes(after({ do: "quote", at: at("sang “Blue Hour”") })).includes("mixed sang “Blue Hour”"));
  assert.ok(quotes(after({ do: "quote", at: at("Jo Lee sang") })).includes("indirect Jo Lee sang"));
});

test("a quotation marked by hand takes the place of others, and has their speaker", () => {
  const document = after({ do: "quote", at: at("We will") });
  assert.equal(quotes(document)[0], "direct We will");
  assert.equal(speakers(document)[0], "Ann Lee");
  assert.equal(document.quotes.length, 4);
});

test("a quotation that goes on over its cue is in pieces", () => {
  const [start, end] = [at("“We")[0], at("it “won’t wait”")[1]];
  const document = after({ do: "quote", at: [start, end], was: at("“We will pay,”") });
  assert.equal(document.quotes[0].content.length > 1, true);
  assert.ok(!quotes(document)[0].includes("Lee"));
  assert.equal(document.quotes[0].type, "mixed");
});

test("what is no quotation is a quoted term", () => {
  const document = after({ do: "unquote", at: at("“We will pay,”") });
  assert.equal(document.quotes.length, 3);
  assert.deepEqual(document.quoted_terms[0], at("“We will pay,”"));
});

test("a speaker is chosen, typed or taken away", () => {
  const quote = at("“We will pay,”");
  const chosen = after({ do: "speaker", at: quote, who: at("Bob Roe") });
  assert.deepEqual([speakers(chosen)[0], chosen.quotes[0].speaker], ["Bob Roe", []]);
  const typed = after({ do: "speaker", at: quote, who: "Kim Poe" });
  assert.deepEqual([speakers(typed)[0], typed.quotes[0].speaker_chain], ["Kim Poe", null]);
  assert.equal(after({ do: "speaker", at: quote, who: "bob roe" }).quotes[0].speaker_chain, 3);
  const nobody = after({ do: "speaker", at: quote, who: null });
  assert.deepEqual([speakers(nobody)[0], nobody.quotes[0].speaker], [null, []]);
  // "he" can be anybody, and is who was chosen.
  const he = after({ do: "speaker", at: at("“No,”"), who: at("Jo Lee") });
  assert.deepEqual(mentions(he, "Jo Lee"), ["he", "Jo Lee"]);
});

test("a correction of what is not there does nothing, and is told", () => {
  const nowhere = at("sang");
  const corrections = [
    { do: "rename", at: nowhere, name: "X" },
    { do: "merge", at: nowhere, into: at("Lund") },
    { do: "move", at: nowhere, to: null },
    { do: "speaker", at: nowhere, who: null },
    { do: "unmark", at: at("Ann Lee spoke") },
  ];
  const { document, idle } = applied(TEXT, found(), corrections);
  assert.deepEqual(idle, corrections);
  assert.deepEqual({ ...document, chains: [] }, { ...found(), chains: [] });
});
