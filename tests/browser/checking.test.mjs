// A fact-checker and a student at work: checking what is doubtful, notes, copying, finding, one speaker alone.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { BROWSERS, dist, launch, reading, rectangleOf, visit } from "./browsers.mjs";
import { exported, give, keepFiles } from "./files.mjs";

const TEXT = `Harbour Bridge Delayed

Mayor Ann Lee spoke in Stockholm on Monday. “We will pay for the old bridge across the river,” Lee said.

The wharf waited. The wharf is old, and a wharf needs paint. “No,” said Bob Roe. “We never agreed to that.”

Roe told reporters that the river was high. Ann Lee left for Stockholm.`;

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

for (const name of BROWSERS) {
  describe(`checking in ${name}`, () => {
    let browser, page, logged;
    before(async () => {
      browser = await launch(name);
      ({ page, logged } = await visit(browser, server.url));
      await page.evaluate(() => localStorage.clear());
    });
    after(() => browser?.close());
    beforeEach(() => show(TEXT));

    const show = async (text) => {
      await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), text);
      await reading(page);
    };
    const rectOf = (words) => rectangleOf(page, words);
    const clickOn = async (words) => {
      const { left, top, right, bottom } = await rectOf(words);
      await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    };
    const drag = async (from, to) => {
      const start = await rectOf(from);
      const end = await rectOf(to);
      // The first half of the first letter, and the last half of the last one.
      await page.mouse.move(start.left + 1, (start.top + start.bottom) / 2);
      await page.mouse.down();
      await page.mouse.move(end.right - 1, (end.top + end.bottom) / 2, { steps: 6 });
      await page.mouse.up();
    };
    const popover = () => page.waitForSelector("#correcting:not([hidden])");
    const said = () => page.$eval("#announcement", (line) => line.textContent);
    const announced = (pattern) =>
      page.waitForFunction(
        (source) => new RegExp(source).test(document.getElementById("announcement").textContent),
        {},
        pattern.source,
      );
    const pick = async (key, label) => {
      await page.focus(`#correcting input[data-key="${key}"]`);
      await page.keyboard.type(label);
      await page.waitForSelector(`::-p-xpath(//*[@id="${key}-list"]//*[@aria-selected="true"])`);
      await page.keyboard.press("Enter");
    };
    const control = (key) => page.waitForSelector(`#correcting [data-key="${key}"]`).then((one) => one.click());
    const speakers = () => page.evaluate(() => window.newsmark.document.quotes.map(({ speaker_name }) => speaker_name));
    const edit = async (text) => {
      await page.click("#edit");
      await page.$eval(
        "#box",
        (box, text) => {
          box.value = text;
          box.dispatchEvent(new Event("input", { bubbles: true }));
        },
        text,
      );
      await page.click("#annotate");
      await page.waitForFunction((text) => document.getElementById("article").textContent === text, {}, text);
      await reading(page);
    };
    /** What is copied by an action. */
    const copied = async (act) => {
      await page.evaluate(() => {
        window.copied = null;
        document.addEventListener(
          "copy",
          (event) =>
            (window.copied = ["text/plain", "text/html"].map((type) => event.clipboardData?.getData(type) ?? "")),
          { once: true },
        );
      });
      await act();
      await page.waitForFunction(() => window.copied);
      return page.evaluate(() => window.copied);
    };

    test("a drag that begins on the first letter of a name selects whole words", async () => {
      await drag("Ann Lee", "spoke");
      await popover();
      assert.equal(await page.$eval("#correcting .about", (one) => one.textContent), "Mark “Ann Lee spoke” as");
      await page.keyboard.press("Escape");
      // Even if the name has the focus.
      await clickOn("Stockholm");
      await page.keyboard.press("Escape");
      await drag("Stockholm", "Mon");
      await popover();
      assert.equal(await page.$eval("#correcting .about", (one) => one.textContent), "Mark “Stockholm on Monday” as");
      await page.keyboard.press("Escape");
    });

    test("a corrected speaker is kept when a word of the quotation is edited, and what is lost can be kept", async () => {
      await clickOn("will pay");
      await popover();
      await pick("speaker", "Bob");
      await page.keyboard.press("Escape");
      await drag("paint", "paint");
      await popover();
      await page.keyboard.press("5");
      await page.keyboard.press("Escape");
      await edit(TEXT.replace("old bridge", "new bridge").replace("needs paint", "needs planks"));
      assert.equal((await speakers())[0], "Bob Roe");
      const notice = await page.$eval("#notices", (line) => line.textContent);
      assert.match(notice, /1 correction no longer applies.*Marked “paint” as a product/);
      await (await page.waitForSelector("::-p-xpath(//*[@id='notices']//button[text()='Review'])")).click();
      const list = await page.$eval("#changes-lost-list", (list) => list.textContent);
      assert.match(list, /Marked “paint” as a productNow there: planks/);
      await (await page.waitForSelector("::-p-xpath(//*[@id='changes']//button[text()='Keep anyway'])")).click();
      const marked = () =>
        page.evaluate(() => window.newsmark.document.entities.filter(({ by }) => by).map(({ text }) => text));
      assert.deepEqual(await marked(), ["planks"]);
      assert.equal(await page.$eval("#changes-lost", (one) => one.hidden), true);
      // Any of the corrections can be taken back alone.
      await (
        await page.waitForSelector(
          "::-p-xpath(//*[@id='changes-list']/li[contains(., 'speaker')]//button[text()='Take back'])",
        )
      ).click();
      assert.notEqual((await speakers())[0], "Bob Roe");
      assert.deepEqual(await marked(), ["planks"]);
      await page.click("#changes-close");
      await page.click("#redo");
      assert.equal((await speakers())[0], "Bob Roe");
    });

    test("the list of speakers is filtered, applies at once, and undo takes it back", async () => {
      const before = await speakers();
      await clickOn("will pay");
      await popover();
      await page.click("#correcting input[data-key=speaker]");
      const groups = await page.$$eval("#speaker-list > [role=group]", (all) => all.map((one) => one.ariaLabel));
      assert.equal(groups[0], "People");
      assert.match(await page.$eval("#speaker-list", (list) => list.textContent), /Somebody not named here/);
      await page.keyboard.type("roe");
      const options = await page.$$eval("#speaker-list [role=option]", (all) => all.map((one) => one.textContent));
      assert.deepEqual(options, ["Bob Roe", "roe (not named here)"]);
      await page.keyboard.press("Enter");
      assert.equal((await speakers())[0], "Bob Roe");
      await page.keyboard.press("Escape");
      assert.equal((await speakers())[0], "Bob Roe");
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
      assert.deepEqual(await speakers(), before);
    });

    test("what is doubtful is accepted or rejected key by key, and then gone from the filter", async () => {
      const left = () => page.$eval("#checked", (one) => one.textContent);
      const total = Number(/^0 of (\d+) checked$/.exec(await left())?.[1]);
      assert.ok(total > 1, await left());
      await page.click("#check");
      for (let done = 0; done < total; done++) {
        assert.equal(await left(), `${done} of ${total} checked`);
        await popover();
        await page.keyboard.press(done === 1 ? "Delete" : "a");
      }
      assert.equal(await left(), `${total} of ${total} checked`);
      assert.equal(await said(), "Nothing is left to check.");
      assert.equal(await page.$$eval("#article .entity, #article .content", (all) => all.length), 0);
      await page.click("#check");
      const by = await page.evaluate(() => {
        const { entities, quotes } = window.newsmark.document;
        return [...entities, ...quotes].filter(({ by, confidence }) => by === "you" && confidence === 1).length;
      });
      assert.ok(by >= total - 2, `${by} are mine`);
    });

    test("a note is shown in the margin, kept, undone and exported", async () => {
      await clickOn("Bob Roe");
      await popover();
      await (
        await page.waitForSelector("::-p-xpath(//*[@id='correcting']//summary[starts-with(., 'Note on this name')])")
      ).click();
      await page.focus("#correcting input[data-key=note]");
      await page.keyboard.type("Ask him again.");
      await page.keyboard.press("Enter");
      await announced(/^Added a note/);
      const remark = await page.$eval(".remark", (one) => ({ note: one.dataset.note, seen: one.checkVisibility() }));
      assert.deepEqual(remark, { note: "Ask him again.", seen: true });
      await keepFiles(page);
      assert.match((await exported(page, "w3c")).content, /"purpose": ?"commenting", ?"value": ?"Ask him again\."/);
      assert.match((await exported(page, "tei")).content, /<note resp="#you" target="#[^"]+">Ask him again\.<\/note>/);
      assert.match((await exported(page, "csv-entities")).content, /"Ask him again\."/);
      await page.click("#undo");
      assert.equal(await page.$(".remark"), null);
    });

    test("a quotation is copied with its speaker and its source", async () => {
      await clickOn("will pay");
      await popover();
      const words = "“We will pay for the old bridge across the river,”";
      const [plain, rich] = await copied(() => control("copy"));
      assert.equal(plain, `${words} – Ann Lee, Mayor, Harbour Bridge Delayed`);
      assert.match(rich, /<strong>Ann Lee<\/strong>.*<cite>Harbour Bridge Delayed<\/cite>/);
      await page.keyboard.press("Escape");
      // The chosen quotation is copied by key too.
      const [byKey] = await copied(async () => {
        await page.keyboard.down("Control");
        await page.keyboard.press("c", { commands: ["Copy"] });
        await page.keyboard.up("Control");
      });
      assert.equal(byKey, plain);
      await page.$eval("#tab-quotes", (tab) => tab.click());
      await page.select("#citing-style", "own");
      await page.click("#citing-pattern", { count: 3 });
      await page.keyboard.type("{speaker}: {words}[ ({site})]");
      await page.keyboard.press("Tab");
      const [all] = await copied(() => page.click("[aria-label='Copy all quotations of Bob Roe']"));
      assert.equal(all.split("\n\n")[0], "Bob Roe: “No,” … “We never agreed to that.”");
      await page.select("#citing-style", "line");
    });

    test("one click shows only what one person said, another everybody again", async () => {
      await page.$eval("#tab-quotes", (tab) => tab.click());
      const listed = () => page.$$eval("#quotes .speaker-only", (all) => all.map((one) => one.textContent));
      const everybody = await listed();
      assert.ok(everybody.length > 1);
      await page.$eval("#quotes .share-name", (bar) => bar.click());
      assert.equal((await listed()).length, 1);
      assert.ok((await page.$$("#article .content.emphasised")).length > 0);
      await page.click("#quotes .everybody");
      assert.deepEqual(await listed(), everybody);
    });

    test("a list is one stop for Tab, with arrow keys inside", async () => {
      await page.$eval("#tab-names", (tab) => tab.click());
      const stops = () =>
        page.$$eval("#names :is(button, summary)", (all) => all.filter((one) => one.tabIndex === 0).length);
      assert.equal(await stops(), 1);
      await page.focus("#names summary");
      await page.keyboard.press("ArrowDown");
      const first = await page.evaluate(() => document.activeElement.textContent);
      assert.match(first, /Ann Lee|Bob Roe/);
      await page.keyboard.press("End");
      assert.notEqual(await page.evaluate(() => document.activeElement.textContent), first);
      assert.equal(await stops(), 1);
    });

    test("finding leaves the match selected, so that it can be marked", async () => {
      await page.keyboard.press("Escape");
      await page.focus("#article");
      await page.keyboard.press("/");
      await page.keyboard.type("reporters");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => getSelection().toString()), "reporters");
      await popover();
      await page.keyboard.press("1");
      assert.ok(
        await page.evaluate(() => window.newsmark.document.entities.some(({ text, by }) => text === "reporters" && by)),
      );
      await page.keyboard.press("Escape");
    });

    test("removing an indirect quotation by key, and the focus after the page takes a button away", async () => {
      await clickOn("river was high");
      await popover();
      await page.keyboard.press("Delete");
      await announced(/no longer a quotation/);
      await page.click("#undo");
      // No two buttons of the popover have the same key.
      await clickOn("Bob Roe");
      await popover();
      const keys = await page.$$eval("#correcting [aria-keyshortcuts]", (all) =>
        all.map((one) => one.ariaKeyShortcuts),
      );
      assert.deepEqual(keys, [...new Set(keys)]);
      await page.keyboard.press("Escape");
      await page.click("#edit");
      await page.click("#back");
      assert.equal(await page.evaluate(() => document.activeElement.id), "article");
    });

    test("quotations that follow each other are removed without an error", async () => {
      await show(EXAMPLE);
      for (let i = 0; i < 4; i++) {
        const next = await page.waitForSelector("#article .indirect.content:not(.entity)");
        await next.scrollIntoView();
        await next.click();
        await popover();
        await page.keyboard.press("Delete");
        await announced(/no longer a quotation|^Removed/);
        await page.keyboard.press("Escape");
      }
      assert.deepEqual(logged, []);
    });

    test("a plain text has no highlights", async () => {
      await page.click("[data-view=plain]");
      assert.equal(await page.$("#article .piece"), null);
      assert.equal(await page.$eval("#article", (article) => article.textContent), TEXT);
      await page.click("[data-view=plain]");
      assert.notEqual(await page.$("#article .piece"), null);
    });

    test("only direct: the words in quotation marks of a mixed quotation stay", async () => {
      await show("Bob Roe said the mayor had “never once” asked him about the bridge.\n\n“No,” said Ann Lee.");
      await page.click("[data-filter=mixed]");
      const shown = await page.$$eval("#article .content", (all) => all.map((one) => one.textContent).join("|"));
      assert.match(shown, /“never once”/);
      assert.doesNotMatch(shown, /asked him/);
      await page.$eval("#tab-quotes", (tab) => tab.click());
      assert.match(await page.$eval("#quotes", (list) => list.textContent), /“never once”/);
      await page.click("[data-filter=mixed]");
    });

    test("a table keeps its columns", async () => {
      await show("Name\tOffice\nAnn Lee\tBob Roe\nCarla Moor\tElif Demir\n\nThe list was read by Ann Lee.");
      const names = await page.evaluate(() => window.newsmark.document.entities.map(({ text }) => text));
      assert.ok(
        names.every((one) => !one.includes("\t")),
        JSON.stringify(names),
      );
      const lefts = await Promise.all(
        ["Office", "Bob Roe", "Elif Demir"].map(async (words) => (await rectOf(words)).left),
      );
      assert.ok(Math.max(...lefts) - Math.min(...lefts) < 2, lefts.join(" "));
    });

    test("a pasted table keeps its columns, even empty ones and those with paragraphs", async () => {
      await page.click("#new");
      const html = `<p>The council met.</p><table><tr><th></th><th>Office</th></tr>
        <tr><td><p>Ann Lee</p></td><td><div>Mayor</div><div>of Lund</div></td></tr></table><p>It rained.</p>`;
      await give(page, "paste", "#box", {
        data: { "text/html": html, "text/plain": "The council met. Ann Lee Mayor of Lund" },
      });
      await reading(page);
      const text = await page.$eval("#article", (article) => article.textContent);
      assert.equal(text, "The council met.\n\n\tOffice\nAnn Lee\tMayor of Lund\n\nIt rained.");
      // A table that only lays out a page is not one.
      await page.click("#new");
      const long = "The mayor said on Monday that the old bridge across the river would close for a year. ".repeat(3);
      const layout = `<table><tr><td><p>${long}</p><p>It rained.</p></td><td>Menu</td></tr></table>`;
      await give(page, "paste", "#box", { data: { "text/html": layout, "text/plain": `${long} It rained. Menu` } });
      await reading(page);
      assert.match(await page.$eval("#article", (article) => article.textContent), /year\.\n\nIt rained\./);
    });

    test("the page says what is missing, and what a kind is called", async () => {
      await page.click("#new");
      await page.click("#annotate");
      assert.match(await page.$eval("#error", (line) => line.textContent), /^There is no text yet/);
      await page.focus("#box");
      await page.keyboard.type("A");
      assert.equal(await page.$eval("#error", (line) => line.hidden), true);
      await show(TEXT);
      await clickOn("Stockholm");
      await popover();
      const groups = await page.$$eval("#correcting [role=group]", (all) => all.map((one) => one.ariaLabel));
      assert.ok(groups.includes("Kind of place"), groups.join());
      const labels = await page.$$eval("#correcting [aria-label]", (all) => all.map((one) => one.ariaLabel));
      assert.ok(labels.includes("One word fewer at the end"), labels.join());
      await page.keyboard.press("Escape");
    });

    test("the focus goes on when a notice disappears under it", async () => {
      await page.evaluate(() => (document.getElementById("recent").hidden = false));
      await page.click("#new");
      await (await page.waitForSelector(".recent-row button:last-child")).click();
      const undo = await page.waitForSelector("::-p-xpath(//*[@id='notices']//button[text()='Undo'])");
      await undo.focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.getElementById("notices").textContent === "");
      assert.equal(await page.evaluate(() => document.activeElement.id), "box");
    });

    test("nothing was logged to the console", () => assert.deepEqual(logged, []));
  });
}
