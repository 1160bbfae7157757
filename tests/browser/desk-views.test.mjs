// People, quotations, pictures and exports of a collection, as a person would work with them.

import assert from "node:assert/strict";
import path from "node:path";
import { afterEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { problems } from "./axe.mjs";
import { dist, PUPPETEER, reading, ready, served, visit, WAIT } from "./browsers.mjs";
import { annotated, says } from "./desk.mjs";
import { COLLECTION } from "./desk-views.mjs";
import { give, keepFiles } from "./files.mjs";

for (const name of PUPPETEER) {
  describe(`the views of the desk in ${name}`, () => {
    const both = served(name);
    let page, logged;
    afterEach(async () => {
      assert.deepEqual(logged, []);
      await page.evaluate(async () => {
        for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      });
      await page.close();
    });

    const open = async (file = COLLECTION, url = both.server.url) => {
      ({ page, logged } = await visit(both.browser, url));
      await give(page, "drop", "body", { files: [file] });
      await page.waitForSelector("html[data-desk]", WAIT);
      await annotated(page, 4);
    };
    const tab = (id) => page.click(`#desk-tab-${id}`);
    /** Presses the button with these words. */
    const press = async (words, within = "#desk") => {
      const found = await page.waitForFunction(
        (words, within) =>
          [...document.querySelectorAll(`${within} button`)].find(
            (one) => one.textContent === words && one.checkVisibility(),
          ),
        WAIT,
        words,
        within,
      );
      await found.click();
    };
    const cells = (view, column) =>
      page.$$eval(`#desk-${view} .virtual-row .col-${column}`, (all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.textContent),
      );
    /** Waits until a column of a table has these words. */
    const shows = (view, column, expected) =>
      page.waitForFunction(
        (view, column, expected) => {
          const rows = [...document.querySelectorAll(`#desk-${view} .virtual-row .col-${column}`)];
          const words = rows.filter((one) => one.checkVisibility()).map((one) => one.textContent);
          return JSON.stringify(words) === JSON.stringify(expected);
        },
        WAIT,
        view,
        column,
        expected,
      );

    test("people are put together, merged by hand, taken apart and undone, and stay so after a reload", async () => {
      await open();
      await tab("people");
      await page.waitForFunction(() => document.querySelectorAll("#desk-people .virtual-row").length === 5, WAIT);
      assert.deepEqual((await cells("people", "person")).sort(), [
        "Ann Lee",
        "Ann Lee",
        "Bob Ames",
        "Helena Rebane",
        "Robert Ames",
      ]);
      assert.equal((await cells("people", "person"))[0], "Helena Rebane");
      await page.click(".offers-box summary");
      const questions = await page.$$eval(".offer", (all) => all.map((one) => one.ariaLabel));
      assert.deepEqual(questions.sort(), [
        "Is this one person: Ann Lee, Ann Lee",
        "Is this one person: Robert Ames, Bob Ames",
      ]);
      // Two people with one name are different.
      await page.click('.offer[aria-label$="Ann Lee, Ann Lee"] .actions button:last-child');
      await says(page, ".offers-box summary", "1 question");
      await press("One person");
      await shows("people", "person", ["Helena Rebane", "Robert Ames", "Ann Lee", "Ann Lee"]);
      assert.equal(await page.$(".offers-box"), null);

      await press("Undo");
      await page.waitForSelector(".offers-box", WAIT);
      assert.equal((await cells("people", "person")).length, 5);
      await page.$eval(".offers-box", (box) => (box.open = true));
      await press("One person");
      await shows("people", "person", ["Helena Rebane", "Robert Ames", "Ann Lee", "Ann Lee"]);

      await page.reload();
      await ready(page);
      await shows("people", "person", ["Helena Rebane", "Robert Ames", "Ann Lee", "Ann Lee"]);

      // The sheet has what was said under both names, and an article can be taken out again.
      await press("Robert Ames");
      await page.waitForSelector(".sheet", WAIT);
      assert.deepEqual(await page.$$eval(".said .words", (all) => all.map((one) => one.textContent)), [
        "that Helena Rebane knew of it",
        "“She knew,”",
        "“The ship is safe,”",
      ]);
      await page.click('.sheet [aria-label="Somebody else in “Ship in court again”"]');
      await page.waitForFunction(() => document.querySelectorAll(".said").length === 2, WAIT);
      await press("Undo");
      await page.waitForFunction(() => document.querySelectorAll(".said").length === 3, WAIT);

      // A link leads to the place, and the way back to the sheet.
      await press("Ship in court again, Keld Post, 2026-03-09");
      await reading(page);
      assert.match(await page.$eval("#article", (article) => article.textContent), /^Ship in court again/);
      await page.goBack();
      await page.waitForSelector(".sheet", { ...WAIT, visible: true });
    });

    test("quotations are filtered and searched, and a concordance leads to the place", async () => {
      await open();
      await tab("quotations");
      await says(page, "#desk-quotations .desk-count", "6 quotations");
      await page.select("#desk-quotations .desk-filters label:nth-child(6) select", "thought");
      await shows("quotations", "words", ["that the harbour will reopen"]);
      await page.select("#desk-quotations .desk-filters label:nth-child(6) select", "");
      await page.type("#desk-quotations .desk-filters input", "ames");
      await shows("quotations", "words", ["that Helena Rebane knew of it", "“She knew,”", "“The ship is safe,”"]);
      const search = "#desk-quotations .desk-tools input";
      await page.type(search, "ship ");
      await shows("quotations", "words", ["“The ship is safe,”"]);
      assert.deepEqual(await page.$$eval("#desk-quotations mark", (all) => all.map((one) => one.textContent)), [
        "ship",
      ]);

      await press("Articles", ".modes");
      await says(page, "#desk-quotations .desk-count", "4 places in 3 articles");
      const found = await page.$$eval(".concordance .virtual-row", (rows) =>
        rows.map((row) => [...row.querySelectorAll(".col-left, .col-keyword")].map((one) => one.textContent).join("|")),
      );
      assert.match(found[0], /on that \|ship/);
      await press("ship", ".concordance");
      await reading(page);
      assert.match(await page.$eval("#article", (article) => article.textContent), /^Harbour to close/);
    });

    test("pictures have tables, and nobody is counted as a woman or a man without being asked", async () => {
      await open();
      await tab("pictures");
      await page.waitForFunction(() => document.querySelectorAll(".picture svg").length === 2, WAIT);
      const rows = (nth) =>
        page.$$eval(`.picture-part:nth-of-type(${nth}) .picture-table tbody tr`, (all) =>
          all.map((row) => [...row.children].map((cell) => cell.textContent).join(" ")),
        );
      assert.ok((await rows(1)).includes("Ann Lee 2026-01-05 1"));
      assert.ok((await rows(2)).includes("Helena Rebane Ann Lee 1"));
      assert.equal(await page.$(".genders table"), null);
      await page.click(".picture-part input[type=checkbox]");
      await page.waitForSelector(".genders table", WAIT);
      await page.select(".picture-part:nth-of-type(2) select", "about");
      while (!(await rows(2)).includes("Robert Ames Helena Rebane 1"));
      await keepFiles(page);
      for (const format of ["Save as SVG", "Save as PNG"]) await press(format, "#desk-pictures");
      await page.waitForFunction(() => window.files.length === 2, WAIT);
      const heads = await page.evaluate(() =>
        Promise.all(window.files.map(async ({ blob }) => [...new Uint8Array(await blob.slice(0, 5).arrayBuffer())])),
      );
      assert.deepEqual(heads, [[...Buffer.from("<?xml")], [0x89, 0x50, 0x4e, 0x47, 0x0d]]);
    });

    /** Exports, and returns the name and the bytes. */
    const exported = async (words) => {
      const before = await page.evaluate(() => window.files.length);
      await press(words, ".desk-export");
      await page.waitForFunction((before) => window.files.length > before, WAIT, before);
      const { name, base64 } = await page.evaluate(async () => {
        const { name, blob } = window.files.at(-1);
        return { name, base64: new Uint8Array(await blob.arrayBuffer()).toBase64() };
      });
      return { name, bytes: Buffer.from(base64, "base64") };
    };

    test("the collection is exported, and opens again", async () => {
      await open();
      await keepFiles(page);
      await press("Export", ".desk-head");
      await page.waitForSelector(".desk-export[open]", WAIT);

      const table = await exported("Who said what");
      assert.equal(table.name, "harbour.quotes.csv");
      const rows = table.bytes.toString("utf8").trimEnd().split("\r\n");
      assert.equal(rows.length, 7);
      assert.match(rows[1], /^"h-1",0,/);

      const tei = unzipSync((await exported("TEI")).bytes);
      const editions = Object.keys(tei).filter((name) => name.endsWith(".tei.xml"));
      assert.equal(editions.length, 4);
      assert.equal(strFromU8(tei["corpus.xml"]).match(/xi:include/g).length, 4);
      assert.match(strFromU8(tei[editions[0]]), /<TEI/);

      assert.match((await exported("Who is named with whom")).bytes.toString("utf8"), /label="Helena Rebane"/);
      assert.match((await exported("People")).bytes.toString("utf8"), /"Helena Rebane"/);

      const collection = await exported("Newsmark collection");
      assert.equal(collection.name, "harbour.newsmark.jsonl");
      const lines = collection.bytes.toString("utf8").trimEnd().split("\n");
      assert.deepEqual(
        lines.map((one) => JSON.parse(one).id),
        ["h-1", "h-2", "h-3", "h-4"],
      );
      await page.close();
      await open({ name: collection.name, type: "", text: collection.bytes.toString("utf8") });
      await tab("quotations");
      await says(page, "#desk-quotations .desk-count", "6 quotations");
    });

    test("the views and the exports work in the single file", async () => {
      await open(COLLECTION, pathToFileURL(path.join(dist, "newsmark.html")).href);
      await tab("quotations");
      await page.type("#desk-quotations .desk-tools input", "ship");
      await press("Articles", ".modes");
      await says(page, "#desk-quotations .desk-count", "4 places in 3 articles");
      await tab("pictures");
      await page.waitForFunction(() => document.querySelectorAll(".picture svg").length === 2, WAIT);
      await keepFiles(page);
      await press("Export", ".desk-head");
      await page.waitForSelector(".desk-export[open]", WAIT);
      assert.match((await exported("CoNLL")).name, /\.conll\.zip$/);
    });

    test("axe reports no problem in any view: light and dark, wide and narrow", async () => {
      await open();
      const states = {
        people: () => tab("people"),
        questions: () => page.$eval(".offers-box", (box) => (box.open = true)),
        sheet: () => press("Helena Rebane"),
        quotations: () => tab("quotations"),
        concordance: async () => {
          await page.type("#desk-quotations .desk-tools input", "ship");
          await press("Articles", ".modes");
          await says(page, "#desk-quotations .desk-count", "4 places");
        },
        pictures: async () => {
          await tab("pictures");
          await page.click(".picture-part input[type=checkbox]");
        },
        exports: () => press("Export", ".desk-head"),
      };
      for (const [state, reach] of Object.entries(states)) {
        await reach();
        for (const width of [1280, 320])
          for (const scheme of /** @type {const} */ (["light", "dark"])) {
            await page.setViewport({ width, height: 800 });
            // Firefox cannot be told the colour scheme.
            if (name === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
            assert.deepEqual(await problems(page), [], `${state}, ${width}, ${scheme}`);
            assert.ok(
              await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
              `${state}, ${width}: scrolls sideways`,
            );
          }
        await page.setViewport({ width: 1280, height: 900 });
      }
    });
  });
}
