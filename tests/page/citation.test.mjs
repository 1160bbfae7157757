import assert from "node:assert/strict";
import { test } from "node:test";
import { cited, STYLES } from "../../www/document/citation.js";
import { found, TEXT } from "./documents.mjs";

const document = {
  ...found(),
  metadata: { title: "Bridge <Late>", byline: "Kim Poe", date: "2026-11-28", site: "", url: "https://example.org/a&b" },
};
/** @param {string} pattern */
const one = (pattern) => cited(TEXT, /** @type {any} */ (document), [document.quotes[0]], pattern);

test("a pattern is filled with what is known of the quotation and the article", () => {
  assert.equal(one("{words} – {speaker}, {role} ({date})").plain, "“We will pay,” – Ann Lee, Mayor (2026-11-28)");
  // What is not known goes with everything in its brackets; other braces stay.
  assert.equal(one("{speaker}[ in {site}][, {title}] {page}").plain, "Ann Lee, Bridge <Late> {page}");
});

test("rich text has no markup of the article's", () => {
  const { rich } = one("<b>{title}</b> {speaker} {url}");
  assert.equal(
    rich,
    '<p>&lt;b&gt;<cite>Bridge &lt;Late&gt;</cite>&lt;/b&gt; <strong>Ann Lee</strong> <a href="https://example.org/a&amp;b">https://example.org/a&amp;b</a></p>',
  );
});

test("every style has words, speaker and title, and needs no metadata", () => {
  const bare = /** @type {any} */ ({ ...found() });
  for (const { id, pattern } of STYLES.filter(({ id }) => id !== "own")) {
    const { plain } = cited(TEXT, bare, bare.quotes.slice(0, 2), pattern);
    assert.match(plain, /“We will pay,”.*Ann Lee.*Mayor Ann Lee spoke/s, id);
    assert.doesNotMatch(plain, /[{}[\]]|undefined|, ,/, id);
    assert.equal(plain.split("\n\n").length, 2, id);
  }
});
