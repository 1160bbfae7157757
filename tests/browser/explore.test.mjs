// Reading and exploring as a user does: filters, lists, minimap, find, shortcuts.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { BROWSERS, dist, launch, reading, ready, visit } from "./browsers.mjs";

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

/** Waits until the whole article is highlighted. */
const complete = (page) => page.waitForFunction(() => document.getElementById("article").ariaBusy === "false");

for (const name of BROWSERS) {
  describe(`exploring in ${name}`, () => {
    let browser, page, logged;
    before(async () => {
      browser = await launch(name);
      ({ page, logged } = await visit(browser, server.url));
    });
    after(() => browser?.close());
    beforeEach(async () => {
      await show(EXAMPLE);
      await page.$eval("#tab-names", (tab) => tab.click());
    });

    const show = async (text) => {
      await page.evaluate((text) => window.newsmark.annotate(text), text);
      await reading(page);
      await complete(page);
    };
    const active = () => page.evaluate(() => document.activeElement.textContent);
    const row = (words) => page.waitForSelector(`::-p-xpath(//*[@id="names"]//button[.//span[text()="${words}"]])`);

    test("a name leads from mention to mention, and Escape returns to the list", async () => {
      const places = await page.evaluate(
        () => window.newsmark.document.chains.find((one) => one.name === "Anneli Kask").mentions.length,
      );
      const kask = await row("Anneli Kask");
      const position = () => kask.$eval(".position", (one) => one.textContent);
      const seen = new Set();
      await kask.focus();
      const from = await page.evaluate(() => scrollY);
      for (let i = 1; i <= places; i++) {
        await kask.focus();
        await page.keyboard.press("Enter");
        assert.equal(await position(), `${i} of ${places}`);
        seen.add(
          await page.evaluate(() => [...document.querySelectorAll("#article .piece")].indexOf(document.activeElement)),
        );
      }
      assert.equal(seen.size, places, "a different mention each time");
      assert.ok(await page.$eval("#back-link", (button) => button.checkVisibility()));
      await page.waitForFunction((from) => scrollY > from + 100, {}, from);
      await page.keyboard.press("Escape");
      assert.match(await active(), /^Anneli Kask/);
      await page.waitForFunction((from) => Math.abs(scrollY - from) < 2, {}, from);
      assert.equal(await page.$eval("#back-link", (button) => button.hidden), true);
    });

    test("the lists are sorted and searched", async () => {
      const names = () => page.$$eval("#names .person .name", (all) => all.map((one) => one.textContent));
      await page.select("#order", "name");
      const sorted = await names();
      assert.deepEqual(
        sorted,
        [...sorted].sort((a, b) => a.localeCompare(b, "en")),
      );
      await page.select("#order", "place");
      assert.equal((await names())[0], "Helena Rebane");
      await page.select("#order", "count");
      await page.type("#panel-search", "kask");
      assert.deepEqual(await names(), ["Anneli Kask"]);
      await page.$eval("#tab-quotes", (tab) => tab.click());
      assert.deepEqual(
        await page.$$eval("#quotes .speaker-name > :first-child", (all) => all.map((one) => one.textContent)),
        ["Anneli Kask"],
      );
      await page.focus("#panel-search");
      await page.keyboard.type("zzz");
      assert.match(await page.$eval("#quotes", (list) => list.textContent), /^No quotations match “kaskzzz”/);
    });

    test("the chart of speakers is a table", async () => {
      await page.$eval("#tab-quotes", (tab) => tab.click());
      const rows = await page.$$eval("#quotes .shares tbody tr", (all) =>
        all.map((one) => ({
          who: one.querySelector("th").textContent,
          figures: one.querySelector(".share-figures").textContent,
          long: one.querySelector(".share-bar").getBoundingClientRect().width,
        })),
      );
      assert.ok(rows.length >= 4, JSON.stringify(rows));
      const counts = rows.map(({ figures }) => Number(/^(\d+) words? · (\d+) %$/.exec(figures)[1]));
      const own = counts.slice(0, -1);
      assert.deepEqual(
        own,
        [...own].sort((a, b) => b - a),
      );
      assert.ok(rows[0].long > rows.at(-2).long);
      assert.equal(await page.$eval(".shares caption", (one) => one.textContent), "Share of quoted words");
    });

    test("filters are remembered for the next visit", async () => {
      const state = () => page.$$eval(".switch", (all) => all.map((one) => `${one.textContent} ${one.ariaPressed}`));
      for (const what of ["place", "unsure"]) await page.click(`[data-filter=${what}]`);
      const before = await state();
      assert.equal(await page.$("#article .place"), null);
      assert.ok(
        await page.evaluate(() =>
          [...document.querySelectorAll("#article .entity")].every((piece) => !piece.title.includes("unsure")),
        ),
      );
      await page.reload();
      await ready(page);
      await show(EXAMPLE);
      assert.deepEqual(await state(), before);
      assert.equal(await page.$("#article .place"), null);
      for (const what of ["place", "unsure"]) await page.click(`[data-filter=${what}]`);
      assert.notEqual(await page.$("#article .place"), null);
      assert.equal(await page.$eval("#article", (article) => article.textContent), EXAMPLE);
    });

    test("the minimap shows where highlights are, describes them, and scrolls there", async () => {
      const strip = () =>
        page.$eval("#minimap", ({ ariaValueNow, ariaValueText, ariaOrientation }) => ({
          now: Number(ariaValueNow),
          text: ariaValueText,
          ariaOrientation,
        }));
      const there = async (least) =>
        page.waitForFunction((least) => Number(document.getElementById("minimap").ariaValueNow) >= least, {}, least);
      const { now, text, ariaOrientation } = await strip();
      assert.match(text, new RegExp(`^${now} %: \\d+ names? and \\d+ quotations? on the screen$`));
      assert.equal(ariaOrientation, "vertical");
      assert.ok(
        (await page.$$("#minimap .lane.person")).length === 1 && (await page.$$("#minimap .lane.number")).length === 0,
      );
      await page.click("[data-filter=person]");
      assert.equal(await page.$("#minimap .lane.person"), null, "it follows the filters");
      await page.click("[data-filter=person]");
      await page.focus("#minimap");
      await page.keyboard.press("End");
      await there(70);
      await page.keyboard.press("Home");
      // Only then does the minimap have its height at the top of the page.
      await page.waitForFunction(() => scrollY < 200 && Number(document.getElementById("minimap").ariaValueNow) < 40);
      const { x, y, width, height } = await (await page.$("#minimap")).boundingBox();
      await page.mouse.click(x + width / 2, y + height * 0.9);
      await there(60);
      await (await row("Anneli Kask")).focus();
      assert.notEqual(await page.$("#minimap .lane.emphasised"), null, "a person's mentions are emphasised");
    });

    test("find counts matches and goes to them, and Escape returns the focus", async () => {
      await page.focus("#article");
      await page.keyboard.press("/");
      await page.keyboard.type("the company's chief");
      const count = () => page.$eval("#find-count", (line) => line.textContent);
      assert.equal(await count(), "1 of 1 match");
      await page.$eval("#find", (box) => box.select());
      await page.keyboard.type("ferr");
      const [, all] = /of (\d+) matches/.exec(await count());
      assert.equal(Number(all), EXAMPLE.match(/ferr/gi).length);
      const painted = () => page.evaluate(() => [...CSS.highlights.get("found-now")].map(String));
      assert.deepEqual(
        (await painted()).map((one) => one.toLowerCase()),
        ["ferr"],
      );
      await page.keyboard.press("Enter");
      assert.match(await count(), /^2 of/);
      for (let i = 0; i < 2; i++) {
        await page.keyboard.down("Shift");
        await page.keyboard.press("Enter");
        await page.keyboard.up("Shift");
      }
      assert.match(await count(), new RegExp(`^${all} of`));
      await page.waitForFunction(() => {
        const [range] = CSS.highlights.get("found-now");
        const { top, bottom } = range.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      });
      await page.keyboard.press("Escape");
      assert.match((await active()).toLowerCase(), /ferr/);
      assert.equal(await page.$eval("#findbar", (bar) => bar.hidden), true);
      assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    });

    test("“?” lists the shortcuts, and single-key shortcuts can be switched off", async () => {
      const open = () => page.$eval("#shortcuts", (sheet) => sheet.open);
      await page.focus("#article");
      await page.keyboard.type("?");
      assert.equal(await open(), true);
      const heads = await page.$$eval("#shortcuts h3", (all) => all.map((one) => one.textContent));
      assert.deepEqual(heads, ["Reading", "Correcting"]);
      await page.keyboard.press("Escape");
      assert.equal(await open(), false);
      await page.click("#shortcuts-open");
      await page.click("#single-keys");
      await page.click("#shortcuts-close");
      await page.focus("#article");
      await page.keyboard.type("?");
      await page.keyboard.type("/");
      assert.equal(await open(), false);
      assert.equal(await page.$eval("#findbar", (bar) => bar.hidden), true);
      await page.click("#shortcuts-open");
      await page.click("#single-keys");
      await page.click("#shortcuts-close");
      // A question mark typed into a box is just a question mark.
      await page.focus("#panel-search");
      await page.keyboard.type("?/");
      assert.equal(await open(), false);
      assert.equal(await page.$eval("#panel-search", (box) => box.value), "?/");
    });

    test("right-to-left passages keep their direction", async () => {
      const text =
        "Mixed News\n\n“We will pay,” said Ann Lee.\n\nقالت آن لي إن الجسر سيفتح قريبا.\n\nהגשר ייפתח בקרוב, אמרה Ann Lee.\n\nBob Roe read “السلام عليكم” aloud.";
      await show(text);
      const sides = await page.$$eval("#article .line", (all) =>
        all.map((line) => {
          const first = document.createRange();
          first.setStart(document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode(), 0);
          first.setEnd(first.startContainer, 1);
          const { left, right } = line.getBoundingClientRect();
          return first.getBoundingClientRect().left < (left + right) / 2 ? "ltr" : "rtl";
        }),
      );
      assert.deepEqual(sides, ["ltr", "ltr", "rtl", "rtl", "ltr"]);
      assert.equal(await page.$eval("#article", (article) => article.textContent), text);
    });

    test("a text of 100,000 words is rendered in slices, complete, and the minimap reaches any part of it", async () => {
      const people = ["Ann Lee", "Bob Roe", "Carla Moor", "Dmitri Katz", "Elif Demir", "Farid Haddad"];
      const paragraphs = Array.from(
        { length: 7000 },
        (_, i) =>
          `“We will not sell the harbour,” said ${people[i % 6]}, who came to the town hall on a rainy day in number ${i}.`,
      );
      const text = `${paragraphs.join("\n\n")}\n\nThe very last word is zanzibar.`;
      const first = await page.evaluate(async (text) => {
        await window.newsmark.annotate(text);
        const article = document.getElementById("article");
        return { busy: article.ariaBusy, marked: article.querySelectorAll(".piece").length };
      }, text);
      assert.equal(first.busy, "true");
      assert.ok(first.marked > 50 && first.marked < 7000, JSON.stringify(first));
      await page.waitForFunction(() => document.getElementById("article").ariaBusy === "false", { timeout: 300_000 });
      const whole = await page.evaluate(() => ({
        text: document.getElementById("article").textContent,
        drawn: new Set([...document.querySelectorAll("#article .name-start")].map((piece) => piece.closest(".line")))
          .size,
        lines: document.querySelectorAll("#article .line").length,
        rows: document.querySelectorAll("#names .entry, #quotes .entry").length,
      }));
      assert.equal(whole.text, text);
      assert.equal(whole.lines, 7001);
      assert.ok(whole.drawn >= 7000, `${whole.drawn} lines are marked`);
      assert.ok(whole.rows < 1500, `${whole.rows} rows are made`);
      await page.focus("#article");
      await page.keyboard.press("/");
      await page.keyboard.type("zanzibar");
      await page.waitForFunction(() => {
        const [range] = CSS.highlights.get("found-now") ?? [];
        const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
        return top > 0 && bottom < innerHeight;
      });
      await page.keyboard.press("Escape");
      // The match is selected, so that it can be marked.
      assert.equal(await page.evaluate(() => getSelection().toString()), "zanzibar");
      await page.waitForSelector("#correcting:not([hidden])");
      await page.keyboard.press("Escape");
      await page.focus("#article");
      await page.keyboard.press("ArrowRight");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".piece")));
    });

    test("nothing was logged to the console", () => assert.deepEqual(logged, []));
  });
}
