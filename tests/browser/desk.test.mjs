// Many articles on the desk, as a person would work with them.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { strToU8, zipSync } from "fflate";
import { serve } from "../../scripts/serve.mjs";
import { dist, launch, reading, ready, rectangleOf, visit, WAIT } from "./browsers.mjs";
import { annotated, says, smallArticle, stored, textFiles } from "./desk.mjs";
import { give } from "./files.mjs";

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
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
      assert.deepEqual(logged, []);
      // The collections of a test are not those of the next.
      await page.evaluate(async () => {
        for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      });
      await page.close();
    });

    const drop = (files) => give(page, "drop", "body", { files });
    const titles = () => page.$$eval("#desk .title a", (links) => links.map((link) => link.textContent));
    const choose = async (selector, ...files) => (await page.$(selector)).uploadFile(...files);
    const back = async () => {
      await page.goBack();
      await page.waitForSelector("html[data-desk]", WAIT);
    };

    test("300 articles: interrupted by a reload, resumed, one opened, corrected, and found corrected again", async () => {
      await open();
      await drop(textFiles(300));
      await page.waitForSelector("html[data-desk]", WAIT);
      await page.waitForFunction(
        () =>
          document.querySelector(".desk-count")?.textContent === "300 articles" &&
          !document.querySelector(".desk-collecting progress"),
        WAIT,
      );
      while ((await stored(page)).done === 0);
      assert.ok((await stored(page)).waiting > 0, "in the middle of the work");
      await page.reload();
      await ready(page);
      await annotated(page, 300);
      assert.deepEqual(await stored(page), { done: 300, waiting: 0, failed: 0, found: 300, summaries: 300 });

      await page.type('#desk input[type="search"]', "pier 217 ");
      await says(page, ".desk-count", "1 of 300 articles");
      await page.click("#desk .title a");
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
      await page.click("#desk .title a");
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
  });
}
