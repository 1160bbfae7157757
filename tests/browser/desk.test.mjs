// Many articles on the desk, as a person would work with them.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { strToU8, zipSync } from "fflate";
import { serve } from "../../scripts/serve.mjs";
import { dist, launch, PUPPETEER, reading, ready, rectangleOf, visit, WAIT } from "./browsers.mjs";
import { damaged, edited } from "./damaged.mjs";
import { annotated, readAll, records, says, smallArticle, stored, textFiles } from "./desk.mjs";
import { give } from "./files.mjs";

for (const name of PUPPETEER) {
  describe(`the desk in ${name}`, () => {
    let browser, server, page, logged, folder;
    before(async () => {
      server = await serve(dist);
      browser = await launch(name);
      folder = await mkdtemp(path.join(tmpdir(), "newsmark-desk-"));
    });
    after(async () => {
      await browser?.close();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    });

    const open = async (url = server.url) => {
      ({ page, logged } = await visit(browser, url));
    };
    afterEach(async () => {
      // The collections of a test are not those of the next.
      await page.evaluate(async () => {
        for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      });
      await page.close();
      assert.deepEqual(logged, []);
    });

    const drop = (files) => give(page, "drop", "body", { files });
    const titles = () => page.$$eval("#desk-articles .opens", (links) => links.map((link) => link.textContent));
    const back = async () => {
      await page.goBack();
      await page.waitForSelector("html[data-desk]", WAIT);
    };

    test("300 articles: interrupted by a reload, resumed, one opened, corrected, and found corrected again", async () => {
      await open();
      await drop(textFiles(300));
      await page.waitForSelector("html[data-desk]", WAIT);
      await readAll(page, 300);
      while ((await stored(page)).done === 0);
      assert.ok((await stored(page)).waiting > 0, "in the middle of the work");
      await page.reload();
      await ready(page);
      await annotated(page, 300);
      assert.deepEqual(await stored(page), { done: 300, waiting: 0, failed: 0, found: 300, summaries: 300 });

      await page.type('#desk input[type="search"]', "pier 217 ");
      await says(page, ".desk-count", "1 of 300 articles");
      await page.click("#desk-articles .opens");
      await reading(page);
      assert.equal(await page.$eval("#article", (article) => article.textContent), smallArticle(217));
      const { left, top } = await rectangleOf(page, "Turku");
      await page.mouse.click(left + 4, top + 8);
      const before = await page.$$eval("#article .entity", (names) => names.length);
      await page.keyboard.press("Delete");
      await page.waitForFunction(
        (before) => document.querySelectorAll("#article .entity").length < before,
        WAIT,
        before,
      );
      const corrected = await page.$$eval("#article .entity", (names) => names.length);

      await back();
      await page.waitForSelector("#desk .corrected", WAIT);
      assert.deepEqual(await titles(), ["Pier 217 of Tarnby Opens"]);
      await page.click("#desk-articles .opens");
      await reading(page);
      assert.equal((await page.$$("#article .entity")).length, corrected);
      // The address is that of the article.
      await page.reload();
      await reading(page);
      assert.equal((await page.$$("#article .entity")).length, corrected);
      await page.click(".reading-bar a");
      await page.waitForSelector("html[data-desk]", WAIT);
      await annotated(page, 300);
    });

    test("an archive with folders, a table and files that cannot be read", async () => {
      await open();
      const table = [
        "Headline;Body;Published;Outlet;Section",
        `"Ferries; late";"“Never again,” said Ann Lee.\nShe lives in Oslo.";28.07.2023;Rannikupost;Sport`,
        `Storm;"The storm hit Bergen, said Bo ""Bob"" Berg.";2023-07-29;Rannikupost;`,
        "Empty;;2023-07-30;Rannikupost;",
      ].join("\r\n");
      const archive = zipSync({
        "news/one.txt": strToU8("Harbour opens\n\n“We are glad,” said Ann Lee."),
        "news/page.html": strToU8(
          "<!doctype html><title>Market</title><article><h1>Market</h1><p>“Prices rose,” said Bo Berg of Saarlink on Monday, and nobody in Tarnby was surprised by it.</p></article>",
        ),
        "news/table.csv": strToU8(table),
        "news/picture.txt": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
        "news/.DS_Store": strToU8("x"),
        "__MACOSX/news/._one.txt": strToU8("x"),
      });
      await drop([{ name: "July.zip", type: "", bytes: [...archive] }]);
      await page.waitForSelector("dialog.columns[open]", WAIT);
      const chosen = await page.$$eval("dialog.columns select", (all) => all.map((one) => `${one.name}=${one.value}`));
      assert.deepEqual(chosen.slice(0, 5), [
        "text=Body",
        "title=Headline",
        "byline=",
        "date=Published",
        "source=Outlet",
      ]);
      assert.match(
        await page.$eval(".columns-preview", (list) => list.textContent),
        /Ferries; late2023-07-28 · Rannikupost“Never/,
      );
      await page.click("dialog.columns button.primary");
      await annotated(page, 4);
      assert.equal(await page.$eval(".desk-name", (input) => input.value), "July");
      assert.deepEqual(await titles(), ["Harbour opens", "Market", "Ferries; late", "Storm"]);
      assert.deepEqual(
        await page.$$eval("#desk-articles .virtual-row .col-date", (cells) => cells.map((cell) => cell.textContent)),
        ["", "", "2023-07-28", "2023-07-29"],
      );
      await says(page, ".desk-report", "Added 4 articles; 2 files could not be read.");
      await page.click(".desk-report summary");
      assert.deepEqual(await page.$$eval(".desk-problems li", (rows) => rows.map((row) => row.textContent)), [
        "July.zip/news/table.csv, row 4 It has no text.",
        "July.zip/news/picture.txt This is an image. Newsmark reads text only.",
      ]);

      // The same again: everything is there already. The report stays until it is dismissed.
      await drop([{ name: "one.txt", type: "", text: "Harbour opens\r\n\r\n“We are glad,”  said Ann Lee." }]);
      await says(page, ".desk-report", "Added 0 articles; 1 article with a text that was there already left out.");
      await page.reload();
      await ready(page);
      await says(page, ".desk-report", "Added 0 articles; 1 article");
      await page.$eval(".desk-report button", (button) => button.click());
      while ((await records(page, ["notes"]))[0].length > 0);
      await page.reload();
      await ready(page);
      await annotated(page, 4);
      assert.equal(await page.$(".desk-report"), null);
    });

    test("what the command line wrote opens as it is, with characters outside the Basic Multilingual Plane", async () => {
      await open();
      // Nobody would find this by reading.
      const line = (id, text, name, at) => ({
        id,
        text,
        section: "Local",
        metadata: { title: `Article ${id}` },
        entities: [{ id: 0, start: at, end: at + 4, type: "WORK_OF_ART", text: name, chain: 0, confidence: 0.5 }],
        chains: [
          { id: 0, type: "WORK_OF_ART", name, titles: [], mentions: [{ start: at, end: at + 4, kind: "name" }] },
        ],
        quotes: [],
        quoted_terms: [],
        sentences: [[0, [...text].length]],
        blocks: [],
      });
      const lines = [
        line(1, "It rained 😀 in Oslo.", "Oslo", 15),
        line(2, "It rained in Bonn.", "Bonn", 13),
        // Its annotations are not those of its text.
        line(3, "It rained in Rome, said Ann Lee.", "Rome", 900),
      ];
      const text = [...lines.map((one) => JSON.stringify(one)), "{broken", ""].join("\n");
      await drop([{ name: "annotated.jsonl", type: "", text }]);
      await annotated(page, 3);
      await says(page, ".desk-report", "1 file could not be read");
      assert.deepEqual(await titles(), ["Article 1", "Article 2", "Article 3"]);
      await page.click("#desk-articles .opens");
      await reading(page);
      const marked = await page.$$eval("#article .entity", (all) => all.map((one) => one.textContent));
      assert.deepEqual(marked, ["Oslo"]);
      await page.click(".reading-bar a:last-child");
      await page.waitForFunction(() => document.getElementById("article").textContent.includes("Bonn"), WAIT);
      await page.click(".reading-bar a:last-child");
      // This one was annotated again.
      await page.waitForFunction(() => document.querySelector("#article .person")?.textContent === "Ann Lee", WAIT);
    });

    test("the reader can pause, reload, continue and cancel", async () => {
      await open();
      await drop(textFiles(150));
      const press = async (label) =>
        (
          await page.waitForSelector(`::-p-xpath(//*[@class="desk-progress"]/button[not(@hidden) and .="${label}"])`)
        ).click();
      await press("Pause");
      await says(page, ".desk-progress", "not annotated yet");
      await readAll(page, 150);
      await page.reload();
      await ready(page);
      await says(page, ".desk-progress", "not annotated yet");
      const { waiting } = await stored(page);
      assert.ok(waiting > 0);
      await press("Continue");
      await press("Cancel");
      await says(page, ".desk-progress", "not annotated yet");
      await press("Continue");
      await annotated(page, 150);
      assert.deepEqual(await stored(page), { done: 150, waiting: 0, failed: 0, found: 150, summaries: 150 });
    });

    test("two tabs: one works and the other shows it, then takes over; conflicting corrections are both kept", async () => {
      await open();
      await drop(textFiles(200));
      await says(page, ".desk-count", "200 articles");
      const first = page;
      await open(page.url());
      await page.waitForFunction(
        () =>
          document.querySelector(".desk-progress")?.textContent.includes("Another tab is annotating this collection") ||
          document.querySelectorAll("#desk-articles .col-quotations").length > 10,
        WAIT,
      );
      await first.close();
      await annotated(page, 200);
      assert.deepEqual(await stored(page), { done: 200, waiting: 0, failed: 0, found: 200, summaries: 200 });

      const second = page;
      await open(`${page.url()}&article=3`);
      await reading(page);
      await second.bringToFront();
      await second.goto(page.url());
      await second.reload();
      await reading(second);
      const remove = async (tab, words) => {
        await tab.bringToFront();
        const marked = () => tab.$$eval("#article .entity", (names) => names.length);
        const before = await marked();
        const { left, top } = await rectangleOf(tab, words);
        await tab.mouse.click(left + 4, top + 8);
        await tab.keyboard.press("Delete");
        while ((await marked()) === before);
      };
      await remove(second, "Turku");
      // Until it is saved.
      await second.click(".reading-bar a");
      await second.waitForSelector("#desk .corrected", WAIT);
      await remove(page, "Norrvarv");
      await says(page, "#notices", "This article was also changed in another tab");
      await second.close();
    });

    test("if the storage is full, the page says so, and goes on once there is room", async () => {
      await open();
      await page.evaluate(() => {
        const put = IDBObjectStore.prototype.put;
        window.full = true;
        IDBObjectStore.prototype.put = function (/** @type {any} */ ...given) {
          if (window.full && this.name === "found") throw new DOMException("no room", "QuotaExceededError");
          return put.apply(this, given);
        };
      });
      await drop(textFiles(5));
      await says(page, ".desk-progress", "storage is full. What is here stays here.");
      assert.equal((await stored(page)).waiting, 5);
      await page.evaluate(() => (window.full = false));
      await (await page.waitForSelector("::-p-xpath(//*[@class='desk-progress']/button[.='Continue'])")).click();
      await annotated(page, 5);
    });

    test("a text on which the annotator crashes is named, and the others are annotated", async () => {
      await open();
      const crash = `{
        const { set } = [self, DedicatedWorkerGlobalScope.prototype].map((at) => Object.getOwnPropertyDescriptor(at, "onmessage")).find(Boolean);
        Object.defineProperty(self, "onmessage", { set(real) {
          set.call(self, (event) => {
            if (event.data.text?.includes("Pier 7 ")) setTimeout(() => { throw new Error("crash"); });
            else real(event);
          });
        } });
      }\n`;
      const damage = edited((script) => `${crash}${script}`);
      await damaged(
        browser,
        (file) => damage(file("desk/run/worker.js")),
        async (other) => {
          await give(other, "drop", "body", { files: textFiles(30) });
          await says(other, ".desk-progress", "1 article could not be annotated: the annotator crashed on the text.");
          assert.deepEqual(await stored(other), { done: 29, waiting: 0, failed: 1, found: 29, summaries: 29 });
          await other.select("#desk-articles select", "failed");
          assert.deepEqual(
            await other.$$eval("#desk-articles .opens", (links) => links.map((link) => link.textContent)),
            ["Pier 7 of Tarnby Opens"],
          );
        },
      );
    });

    test("the address of a collection that is not here leads to the start page, which says so", async () => {
      await open(`${server.url}#desk=nothing&tab=people`);
      await says(page, "#notices", "This collection is not in this browser.");
      assert.equal(await page.$eval("#box", (box) => box.checkVisibility()), true);
      assert.equal(await page.evaluate(() => location.hash), "");
    });

    test("a collection is renamed, found on the start page, and deleted", async () => {
      await open();
      await drop(textFiles(3));
      await annotated(page, 3);
      await page.$eval(".desk-name", (input) => input.select());
      await page.type(".desk-name", "Piers");
      await page.keyboard.press("Tab");
      await page.click(".desk-home");
      await page.waitForFunction(
        () => document.querySelector("#collections-list a .recent-title")?.textContent === "Piers",
        WAIT,
      );
      assert.equal(await page.$eval("#box", (box) => box.checkVisibility()), true);
      assert.match(await page.$eval("#collections-list .recent-facts", (facts) => facts.textContent), /3 articles$/);
      await page.click("#collections-list a");
      await annotated(page, 3);
      await (await page.waitForSelector("::-p-xpath(//*[@class='desk-head']//button[.='Delete'])")).click();
      assert.match(
        await page.$eval("dialog.question[open]", (box) => box.textContent),
        /Delete “Piers” with 3 articles/,
      );
      await (await page.waitForSelector("::-p-xpath(//button[.='Delete the collection'])")).click();
      await page.waitForSelector("html:not([data-desk])", WAIT);
      assert.deepEqual(await stored(page), { done: 0, waiting: 0, failed: 0, found: 0, summaries: 0 });
      assert.equal(await page.$eval("#collections", (list) => list.hidden), true);
    });

    test("the page in one file has a desk, too", async () => {
      await open(pathToFileURL(path.join(dist, "newsmark.html")).href);
      await drop([
        ...textFiles(3),
        { name: "more.csv", type: "", text: "title,text\nStorm,“It is over” said Ann Lee.\n" },
      ]);
      await (await page.waitForSelector("dialog.columns[open] button.primary", WAIT)).click();
      await annotated(page, 4);
      await page.click("#desk-articles .opens");
      await reading(page);
      await back();
      assert.equal((await titles()).length, 4);
    });

    // Firefox's driver cannot choose a folder.
    test("a folder from the start page opens with its files", { skip: name === "firefox" }, async () => {
      await mkdir(path.join(folder, "Tarnby/2023"), { recursive: true });
      await writeFile(path.join(folder, "Tarnby/a.txt"), smallArticle(1));
      await writeFile(path.join(folder, "Tarnby/2023/b.md"), `# Title of it\n\n${smallArticle(2)}`);
      await open();
      await (await page.$("#folder")).uploadFile(path.join(folder, "Tarnby"));
      await annotated(page, 2);
      assert.equal(await page.$eval(".desk-name", (input) => input.value), "Tarnby");
    });
  });
}
