// The page in real browsers, in both forms: hosted, and as one file opened from disk.

import assert from "node:assert/strict";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { goldArticle, needsShared } from "../support.mjs";
import { BROWSERS, dist, launch, paste, reading, seen, shortcut, visit } from "./browsers.mjs";

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

const FORMS = {
  hosted: () => server.url,
  "one file": () => pathToFileURL(path.join(dist, "newsmark.html")).href,
};

for (const name of BROWSERS) {
  for (const [form, address] of Object.entries(FORMS)) {
    describe(`${form} in ${name}`, () => {
      let browser, page, logged, requested;
      before(async () => {
        browser = await launch(name);
        ({ page, logged, requested } = await visit(browser, address()));
        if (name === "chromium") await page.setOfflineMode(true);
      });
      after(() => browser?.close());
      beforeEach(() => page.evaluate(() => document.getElementById("new").click()));

      test("a pasted article is annotated at once", async () => {
        await paste(page, EXAMPLE);
        await reading(page);
        const { names, quotes, text } = await seen(page);
        assert.equal(text, EXAMPLE);
        assert.ok(names.length > 30 && names.every((one) => one.underlined), `${names.length} names`);
        assert.ok(
          names.every((one) => one.family !== "number"),
          "numbers are not shown at first",
        );
        const quote = quotes.find((quote) => quote.words.startsWith("“We will not put"));
        assert.equal(quote?.speaker, "Helena Rebane");
        assert.ok(quotes.every((quote) => quote.visible && !quote.isThought));
      });

      test("a paste outside the box works as well", async () => {
        await paste(page, "“We won’t,” said Ann Lee.", "body");
        await reading(page);
        await paste(page, "“We will,” said Bob Roe.", "body");
        await page.waitForFunction(() => document.getElementById("article").textContent === "“We will,” said Bob Roe.");
      });

      test("the gold article has its entities, quotations and speakers", needsShared(), async () => {
        const gold = goldArticle();
        await paste(page, gold.text);
        await reading(page);
        const { names, quotes, text } = await seen(page);
        // WebKit makes spaces of no-break spaces when somebody copies.
        assert.equal(text, name === "webkit" ? gold.text.replaceAll("\u00a0", " ") : gold.text);

        const expected = gold.entities.map((one) => one.text);
        const found = names.map((one) => one.words);
        const hits = found.filter((words) => take(expected, words)).length;
        const f1 = (2 * hits) / (found.length + gold.entities.length);
        assert.ok(f1 >= 0.85, `F1 of the names ${f1.toFixed(3)}`);

        const expectedQuotes = gold.quotes.map(({ quoted, speaker_name }) => ({
          words: [...gold.text].slice(...quoted[0]).join(""),
          speaker: speaker_name,
        }));
        for (const { words, speaker } of expectedQuotes) {
          assert.equal(quotes.find((one) => one.words.includes(words))?.speaker, speaker, words);
        }
        // No other words in quotation marks count as a quotation.
        for (const { words } of quotes.filter(({ words }) => words.includes("“")))
          assert.ok(
            expectedQuotes.some((one) => words.includes(one.words)),
            words,
          );
      });

      test("copying gives exactly the article's text", async () => {
        const text = "Title <b>of</b> it\n\nOne  &amp; two,\nsaid Ann Lee.\n\n\n“Three,” she said.\n";
        await page.evaluate((text) => window.newsmark.annotate(text), text);
        await page.evaluate(() => {
          // WebKit forgets the selection when an element loses the focus.
          document.activeElement?.blur();
          getSelection().selectAllChildren(document.body);
        });
        await shortcut(page, "c", "Copy");
        await page.click("#new");
        await page.evaluate(() =>
          document
            .getElementById("box")
            .addEventListener("input", (/** @type {any} */ { target }) => (target.dataset.got = target.value)),
        );
        await page.focus("#box");
        await shortcut(page, "v", "Paste");
        await reading(page);
        assert.equal(await page.$eval("#box", (box) => box.dataset.got), text);
      });

      test("a text can be edited and annotated again", async () => {
        const text = "“Yes,” said Ann Lee.\r\nShe left.";
        await page.evaluate((text) => window.newsmark.annotate(text), text);
        await page.click("#edit");
        assert.equal(await page.$eval("#box", (box) => box.value), text.replace("\r\n", "\n"));
        await page.click("#annotate");
        await reading(page);
        assert.equal(await page.$eval("#article", (article) => article.textContent), text);
        await page.click("#edit");
        await page.focus("#box");
        await page.keyboard.down("Control");
        await page.keyboard.press("End");
        await page.keyboard.up("Control");
        await page.type("#box", " Bob Roe stayed.");
        await page.click("#annotate");
        await page.waitForFunction(() => document.getElementById("article").textContent.endsWith("Bob Roe stayed."));
        const names = await page.evaluate(() => window.newsmark.document.entities.map((entity) => entity.text));
        assert.ok(names.includes("Ann Lee") && names.includes("Bob Roe"), names.join(", "));
      });

      test("the panel leads to the highlight, and what belongs together is emphasised", async () => {
        await page.click("#example");
        await reading(page);
        const row = await page.waitForSelector(
          "::-p-xpath(//button[contains(@class,'entry')][.//span[text()='Helena Rebane']])",
        );
        await row.click();
        const focused = await page.evaluate(() => document.activeElement.textContent);
        assert.match(focused, /Rebane/);
        const lit = await page.$$eval("#article .emphasised", (pieces) => pieces.map((piece) => piece.textContent));
        assert.ok(
          lit.some((words) => words.includes("Helena Rebane")),
          lit.join(" | "),
        );
        assert.ok(
          lit.some((words) => words.includes("We will not put a single passenger")),
          lit.join(" | "),
        );
        assert.match(await page.$eval("#explanation", (line) => line.textContent), /^Helena Rebane: person/);
        await page.keyboard.press("Escape");
        assert.match(await page.evaluate(() => document.activeElement.textContent), /^Helena Rebane/);
      });

      test("filters hide highlights and do not change the text", async () => {
        await page.evaluate((text) => window.newsmark.annotate(text), EXAMPLE);
        const people = () => page.$$eval("#article .person, [data-family=person]", (all) => all.length);
        const before = await people();
        assert.ok(before > 0);
        await page.click("[data-filter=person]");
        assert.equal(await people(), 0);
        await page.click("[data-filter=person]");
        assert.equal(await people(), before);
        assert.equal(await page.$eval("#article", (article) => article.textContent), EXAMPLE);
      });

      test("thoughts are shown on demand, and indirect quotations from the start", async () => {
        await page.evaluate((text) => window.newsmark.annotate(text), EXAMPLE);
        await page.click("#tab-quotes");
        const rows = () => page.$$eval("#quotes .quote-entry.thought", (found) => found.length);
        assert.ok((await page.$$("#quotes .quote-entry.indirect")).length > 0);
        assert.equal(await rows(), 0);
        await page.$eval("#quotes > .more", (button) => button.click());
        assert.equal(
          await rows(),
          await page.evaluate(
            () => window.newsmark.document.quotes.filter((quote) => quote.medium === "thought").length,
          ),
        );
        assert.notEqual(
          await page.$eval("#article .indirect", (piece) => getComputedStyle(piece).backgroundColor),
          "rgba(0, 0, 0, 0)",
        );
        await page.click("[data-filter=thought]");
        assert.equal(await rows(), 0);
      });

      test("by keyboard: from highlight to highlight, and the result is announced", async () => {
        await page.evaluate((text) => window.newsmark.annotate(text), EXAMPLE);
        assert.match(
          await page.$eval("#announcement", (line) => line.textContent),
          /^Found \d+ names and \d+ quotations,.* by \d+ speakers\.$/,
        );
        await page.focus("#article");
        await page.keyboard.press("ArrowRight");
        const first = await page.evaluate(() => document.activeElement.textContent);
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("ArrowLeft");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), first);
        assert.match(await page.$eval("#announcement", (line) => line.textContent), /: /);
      });

      test("several texts at once: each promise has its own document, and the last one is shown", async () => {
        const counts = await page.evaluate(async () => {
          const texts = ["Ann Lee left for Paris.", "“No, we will not pay,” said Bob Roe.", ""];
          const documents = await Promise.all(texts.map((text) => window.newsmark.annotate(text)));
          return [
            documents.map((one) => one.quotes.length),
            JSON.stringify(window.newsmark.document) === JSON.stringify(documents[2]),
          ];
        });
        assert.deepEqual(counts, [[0, 1, 0], true]);
      });

      test("nothing was logged to the console or requested from other hosts", () => {
        assert.deepEqual(logged, []);
        const home = form === "hosted" ? server.url : address();
        const elsewhere = requested.filter((url) => !url.startsWith(home) && !/^(blob|data):/.test(url));
        assert.deepEqual(elsewhere, []);
        if (form === "one file")
          assert.deepEqual(
            requested.filter((url) => /^https?:/.test(url)),
            [],
          );
      });
    });
  }
}

/** Removes one entry from the list. */
function take(list, item) {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}
