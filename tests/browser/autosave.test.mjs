// Autosave: drafts, articles and corrections survive reloads and several tabs until they are deleted.

import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { BROWSERS, dist, reading, ready, served, visit, WAIT } from "./browsers.mjs";
import { drop } from "./files.mjs";

const ARTICLE = "Harbour Reopens\n\n“We are glad,” said Ann Lee, the mayor of Tarnby.\n\nBob Roe stayed away.";

for (const name of BROWSERS) {
  describe(`autosave in ${name}`, () => {
    const both = served(name);

    const open = async () => (await visit(both.browser, both.server.url)).page;
    const titles = (page) => page.$$eval(".recent-title", (rows) => rows.map((row) => row.textContent));
    const listed = (page, expected) =>
      page.waitForFunction(
        (expected) =>
          JSON.stringify([...document.querySelectorAll(".recent-title")].map((row) => row.textContent)) === expected,
        WAIT,
        JSON.stringify(expected),
      );
    const reload = async (page) => {
      await page.reload();
      await ready(page);
    };
    const annotate = (page, text) => page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), text);
    const shown = (page) => page.$eval("#article", (article) => article.textContent);
    const boxed = (page) => page.$eval("#box", (box) => box.value);
    const notice = (page, pattern) =>
      page.waitForFunction(
        (source) => new RegExp(source).test(document.getElementById("notices").textContent),
        WAIT,
        pattern.source,
      );
    const deleteAll = async (page) => {
      // Nothing can be clicked in a background tab.
      await page.bringToFront();
      await page.$eval("#new", (button) => button.click());
      await page.waitForSelector("#delete-all");
      if (await page.$eval("#recent", (section) => section.hidden)) return;
      await page.click("#delete-all");
      await page.click("#delete-question button[value=delete]");
      await listed(page, []);
    };

    test("typed text survives an immediate reload", async () => {
      const page = await open();
      await page.type("#box", "Nobody has seen this yet.");
      await reload(page);
      await page.waitForFunction(() => document.getElementById("box").value !== "", WAIT);
      assert.equal(await boxed(page), "Nobody has seen this yet.");
      await deleteAll(page);
      await page.close();
    });

    test("an annotated article is unchanged after a reload", async () => {
      const page = await open();
      await annotate(page, ARTICLE);
      const before = await page.evaluate(() => JSON.stringify(window.newsmark.document));
      await reload(page);
      await page.waitForSelector("html[data-view=reading]");
      assert.equal(await shown(page), ARTICLE);
      assert.equal(await page.evaluate(() => JSON.stringify(window.newsmark.document)), before);
      await deleteAll(page);
      await page.close();
    });

    test("recent articles are listed, opened, deleted and restored", async () => {
      const page = await open();
      await annotate(page, ARTICLE);
      await annotate(page, "Second Story\n\nIt rained in Paris.");
      await page.click("#new");
      await page.type("#box", "A third, never annotated");
      await page.$eval("#new", (button) => button.click());
      await listed(page, ["A third, never annotated", "Second Story", "Harbour Reopens"]);
      const facts = await page.$$eval(".recent-facts", (rows) => rows.map((row) => row.textContent));
      assert.match(facts[0], /not annotated$/);
      assert.match(facts[2], /^\d\d:\d\d · \d+ names · 1 quotation$/);

      await page.click(".recent-row:nth-child(3) .recent-open");
      await reading(page);
      assert.equal(await shown(page), ARTICLE);
      await page.click("#new");
      await page.click(".recent-row:nth-child(2) button:last-child");
      await listed(page, ["A third, never annotated", "Harbour Reopens"]);
      await notice(page, /Deleted “Second Story”/);
      await page.click("#notices button");
      await listed(page, ["A third, never annotated", "Second Story", "Harbour Reopens"]);
      await deleteAll(page);
      await reload(page);
      assert.deepEqual(await titles(page), []);
      await page.close();
    });

    test("Escape in the confirmation deletes nothing", async () => {
      const page = await open();
      await annotate(page, ARTICLE);
      await page.click("#new");
      await listed(page, ["Harbour Reopens"]);
      await page.click("#delete-all");
      await page.keyboard.press("Escape");
      await page.waitForSelector("#delete-question:not([open])");
      await reload(page);
      await listed(page, ["Harbour Reopens"]);
      await deleteAll(page);
      await page.close();
    });

    test("closing the page right after starting a new article saves no empty one", async () => {
      const page = await open();
      await annotate(page, ARTICLE);
      await page.click("#new");
      await listed(page, ["Harbour Reopens"]);
      await Promise.all([
        page.waitForNavigation(),
        page.evaluate(() => {
          document.getElementById("new").click();
          location.reload();
        }),
      ]);
      await ready(page);
      await listed(page, ["Harbour Reopens"]);
      await deleteAll(page);
      await page.close();
    });

    test("an edited text that was not annotated again is restored with the old annotations", async () => {
      const page = await open();
      await annotate(page, ARTICLE);
      await page.click("#edit");
      await page.type("#box", "New: ");
      await reload(page);
      await page.waitForFunction((text) => document.getElementById("box").value === text, WAIT, `New: ${ARTICLE}`);
      await page.click("#back");
      assert.equal(await shown(page), ARTICLE);
      await deleteAll(page);
      await page.close();
    });

    test("corrections and their undo history survive a reload", async () => {
      const page = await open();
      await annotate(page, ARTICLE);
      const found = await page.evaluate(() => window.newsmark.document);
      const { start, end } = found.entities.find((entity) => entity.text === "Ann Lee");
      const file = {
        format: "newsmark",
        version: 1,
        offsets: "utf16",
        text: ARTICLE,
        found,
        corrections: [{ do: "rename", at: [start, end], name: "Ann B. Lee" }],
      };
      await drop(page, { name: "a.json", text: JSON.stringify(file) });
      const named = (name) =>
        page.waitForFunction(
          (name) => window.newsmark.document?.chains.some((chain) => chain.name === name),
          WAIT,
          name,
        );
      await named("Ann B. Lee");
      await reload(page);
      await named("Ann B. Lee");
      await page.click("#undo");
      await named("Ann Lee");
      await reload(page);
      await named("Ann Lee");
      await page.click("#redo");
      await named("Ann B. Lee");
      await deleteAll(page);
      await page.close();
    });

    test("the one-file form saves as well", async () => {
      const { page } = await visit(both.browser, pathToFileURL(path.join(dist, "newsmark.html")).href);
      await annotate(page, ARTICLE);
      await reload(page);
      await page.waitForFunction((text) => document.getElementById("article").textContent === text, WAIT, ARTICLE);
      await deleteAll(page);
      await page.close();
    });

    test("what is deleted in one tab does not come back from another that still shows it", async () => {
      const one = await open();
      await annotate(one, ARTICLE);
      await one.click("#edit");
      const other = await open();
      await listed(other, ["Harbour Reopens"]);
      await other.click(".recent-open");
      await reading(other);
      await deleteAll(one);
      await notice(other, /deleted in another tab/);
      await other.bringToFront();
      await other.evaluate(() => document.querySelector("#article .entity").click());
      await other.keyboard.press("Delete");
      await other.waitForFunction(() => /^Removed/.test(document.getElementById("announcement").textContent), WAIT);
      // The longest that saving waits.
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await other.goto("about:blank");
      await one.bringToFront();
      await reload(one);
      await one.waitForFunction(() => document.getElementById("recent").hidden, WAIT);
      assert.deepEqual(await titles(one), []);
      // Unless the user wants to keep it.
      await annotate(one, ARTICLE);
      await one.click("#edit");
      await other.goto(both.server.url);
      await other.bringToFront();
      await listed(other, ["Harbour Reopens"]);
      await other.click(".recent-open");
      await reading(other);
      await deleteAll(one);
      await notice(other, /deleted in another tab/);
      await other.bringToFront();
      await (await other.waitForSelector("::-p-xpath(//button[text()='Keep this article'])")).click();
      await listed(one, ["Harbour Reopens"]);
      await deleteAll(one);
      await Promise.all([one.close(), other.close()]);
    });

    test("two tabs do not destroy each other's work", async () => {
      const one = await open();
      await annotate(one, ARTICLE);
      await one.click("#edit");
      const other = await open();
      await listed(other, ["Harbour Reopens"]);
      await other.click(".recent-open");
      await reading(other);
      await other.click("#edit");
      // Both write at the same time, before either hears of the other.
      const write = (page, words) =>
        page.evaluate((words) => {
          const box = document.getElementById("box");
          box.value = words + box.value;
          box.dispatchEvent(new Event("input"));
        }, words);
      await Promise.all([write(one, "One "), write(other, "Other ")]);
      await Promise.race([notice(one, /another tab/), notice(other, /another tab/)]);
      await reload(one);
      await reload(other);
      const all = [...(await Promise.all([boxed(one), boxed(other)]))].sort();
      assert.deepEqual(all, [`One ${ARTICLE}`, `Other ${ARTICLE}`]);
      await listed(one, await titles(other));
      assert.deepEqual((await titles(one)).sort(), ["One Harbour Reopens", "Other Harbour Reopens"]);
      await deleteAll(one);
      await Promise.all([one.close(), other.close()]);
    });
  });
}
