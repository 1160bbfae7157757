// Correcting as a user does, with the mouse or with the keyboard alone.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { BROWSERS, dist, launch, reading, rectangleOf, visit } from "./browsers.mjs";

const TEXT = `Mayor Ann Lee spoke in Stockholm on Monday. “We will pay for the bridge,” Lee said.

The wharf waited. The wharf is old, and a wharf needs paint. “No,” said Bob Roe.

Roe told reporters that the river was high. Ann Lee left for Stockholm.`;

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

for (const name of BROWSERS) {
  describe(`correcting in ${name}`, () => {
    let browser, page, logged;
    before(async () => {
      browser = await launch(name);
      ({ page, logged } = await visit(browser, server.url));
    });
    after(() => browser?.close());
    beforeEach(async () => {
      await page.evaluate((text) => window.newsmark.annotate(text), TEXT);
      await reading(page);
    });

    const rectOf = (words, nth = 0) => rectangleOf(page, words, nth);
    const clickOn = async (words, nth = 0, count = 1) => {
      const { left, top, right, bottom } = await rectOf(words, nth);
      await page.mouse.click((left + right) / 2, (top + bottom) / 2, { count });
    };
    const popover = () => page.waitForSelector("#correcting:not([hidden])");
    const closed = () => page.waitForSelector("#correcting[hidden]");
    const press = async (label) =>
      (
        await page.waitForSelector(
          `::-p-xpath(//*[@id="correcting"]//button[starts-with(normalize-space(.), "${label}")])`,
        )
      ).click();
    /** Types a name into a field with a list and picks what is found. */
    const choose = async (key, label) => {
      await page.focus(`#correcting input[data-key="${key}"]`);
      await page.keyboard.type(label);
      await page.waitForSelector(`::-p-xpath(//*[@id="${key}-list"]//*[@aria-selected="true"])`);
      await page.keyboard.press("Enter");
    };
    const openIdentity = async () =>
      (await page.waitForSelector("::-p-xpath(//*[@id='correcting']//summary[contains(., 'is this')])")).click();
    const outcome = () => page.$eval("#announcement", (line) => line.textContent);
    const announced = (pattern) =>
      page.waitForFunction(
        (source) => new RegExp(source).test(document.getElementById("announcement").textContent),
        {},
        pattern.source,
      );
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    const entities = () =>
      page.evaluate(() =>
        window.newsmark.document.entities.map(({ text, type, by }) => `${text} ${type}${by ? ` ${by}` : ""}`),
      );
    const chains = () =>
      page.evaluate(() =>
        window.newsmark.document.chains.map(
          ({ name, mentions }) => `${name} ${mentions.filter(({ kind }) => kind === "name").length}`,
        ),
      );
    const speaker = (words) =>
      page.evaluate((words) => {
        const quote = window.newsmark.document.quotes.find(({ content }) =>
          document.getElementById("article").textContent.slice(content[0][0]).startsWith(words),
        );
        return quote?.speaker_name;
      }, words);
    const held = async (modifiers, key) => {
      for (const one of modifiers) await page.keyboard.down(one);
      await page.keyboard.press(key);
      for (const one of [...modifiers].reverse()) await page.keyboard.up(one);
    };
    /** Moves to the highlight with these words by arrow key. */
    const walkTo = async (words) => {
      await page.focus("#article");
      for (let i = 0; i < 30 && (await focused()) !== words; i++) await page.keyboard.press("ArrowRight");
      assert.equal(await focused(), words);
    };

    test("selected words are marked next to the popover, and nothing moves", async () => {
      const scroll = await page.evaluate(() => scrollY);
      await clickOn("river", 0, 2);
      const box = await (await popover()).boundingBox();
      const { left, top, right, bottom } = await rectOf("river");
      const over = box.x < right && left < box.x + box.width && box.y < bottom && top < box.y + box.height;
      assert.ok(!over, "the popover is over the words");
      await page.waitForFunction(() => getSelection().toString().trim() === "river");
      await press("Organisations");
      assert.ok((await entities()).includes("river ORG you"));
      assert.equal(await outcome(), "Marked “river” as an organisation. Undo with Ctrl+Z.");
      assert.equal(await page.$eval("#article", (article) => article.textContent), TEXT);
      assert.equal(await page.evaluate(() => scrollY), scroll);
      assert.equal(await page.$eval("#article .yours", (piece) => piece.textContent), "river");
      // Now it is a highlight and shows an explanation.
      assert.match(await page.$eval("#correcting", (box) => box.textContent), /Marked by you/);
      await page.keyboard.press("Escape");
      await closed();
    });

    test("dragging selected words changes nothing", async () => {
      await clickOn("river", 0, 2);
      await popover();
      await page.keyboard.press("5");
      await page.keyboard.press("Escape");
      const { left, top, right, bottom } = await rectOf("reporters");
      await clickOn("reporters", 0, 2);
      await popover();
      await page.mouse.move((left + right) / 2, (top + bottom) / 2);
      await page.mouse.down();
      await page.mouse.move(left + 100, bottom + 150, { steps: 8 });
      await page.mouse.up();
      assert.equal(await page.$eval("#article", (article) => article.textContent), TEXT);
      assert.ok((await entities()).includes("river PRODUCT you"));
    });

    test("everywhere applies to all occurrences; the buttons undo and redo", async () => {
      await clickOn("wharf", 1, 2);
      await popover();
      await page.click("#correcting input[type=checkbox]");
      await press("Places");
      const wharves = async () => (await entities()).filter((one) => one.startsWith("wharf"));
      assert.equal((await wharves()).length, 3);
      await page.click("#undo");
      assert.equal((await wharves()).length, 0);
      assert.match(await outcome(), /^Undone: marked “wharf” as a .+ everywhere\.$/);
      await page.click("#redo");
      assert.equal((await wharves()).length, 3);
      await page.click("#redo");
      assert.equal((await wharves()).length, 3);
    });

    test("by keyboard alone: select, mark, change, extend, remove, undo", async () => {
      await walkTo("Bob Roe");
      await held(["Shift"], "ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      assert.equal(await page.evaluate(() => getSelection().toString()), "reporters");
      await held(["Shift"], "ArrowRight");
      assert.equal(await page.evaluate(() => getSelection().toString()), "reporters that");
      await held(["Shift"], "ArrowLeft");
      await page.keyboard.press("5");
      assert.ok((await entities()).includes("reporters PRODUCT you"), String(await entities()));
      assert.equal(await focused(), "reporters");
      await page.keyboard.press("5");
      assert.ok((await entities()).includes("reporters EVENT you"));
      await page.keyboard.press("]");
      assert.ok((await entities()).includes("reporters that EVENT you"));
      await page.keyboard.press("{");
      assert.ok((await entities()).includes("that EVENT you"));
      await page.keyboard.press("Delete");
      assert.ok(!(await entities()).some((one) => one.startsWith("that")));
      assert.equal(
        await page.evaluate(() => document.getElementById("article").contains(document.activeElement)),
        true,
      );
      await held(["Control"], "z");
      assert.ok((await entities()).includes("that EVENT you"));
      for (let i = 0; i < 4; i++) await held(["Control"], "z");
      assert.ok(!(await entities()).some((one) => one.includes("you")));
      await held(["Control", "Shift"], "z");
      assert.ok((await entities()).includes("reporters PRODUCT you"));
    });

    test("by keyboard: Enter moves into the popover, Escape and Tab return to the highlight", async () => {
      const inside = () => page.evaluate(() => document.getElementById("correcting").contains(document.activeElement));
      await walkTo("Stockholm");
      await page.keyboard.press("Enter");
      await popover();
      assert.equal(await inside(), true);
      assert.match(await focused(), /^Places/);
      await page.keyboard.press("2");
      assert.ok((await entities()).includes("Stockholm ORG you"));
      assert.equal(await inside(), true);
      await page.keyboard.press("Escape");
      await closed();
      assert.equal(await focused(), "Stockholm");
      await page.keyboard.press("Enter");
      await held(["Shift"], "Tab");
      for (let i = 0; i < 20 && (await inside()); i++) await held(["Shift"], "Tab");
      await closed();
      assert.equal(await focused(), "Stockholm");
    });

    test("a quotation is marked, and its speaker chosen, typed and removed", async () => {
      const { left, top, bottom } = await rectOf("the river was high");
      const { right } = await rectOf("high");
      await page.mouse.move(left + 1, (top + bottom) / 2);
      await page.mouse.down();
      await page.mouse.move(right - 1, (top + bottom) / 2, { steps: 5 });
      await page.mouse.up();
      await popover();
      await press("Quotation");
      assert.ok(
        (await page.evaluate(() => window.newsmark.document.quotes.filter(({ by }) => by === "you").length)) === 1,
      );
      await page.keyboard.press("Escape");

      await clickOn("will pay");
      await popover();
      await choose("speaker", "bob");
      assert.equal(await speaker("“We will pay"), "Bob Roe");
      assert.match(await outcome(), /^Set the speaker of “We will pay.* to Bob Roe/);
      await choose("speaker", "Kim Poe");
      assert.equal(await speaker("“We will pay"), "Kim Poe");
      await choose("speaker", "Unattr");
      assert.equal(await speaker("“We will pay"), null);
      await press("Not a quotation");
      assert.equal(await speaker("“We will pay"), undefined);
      await closed();
    });

    test("people are renamed, merged and separated", async () => {
      await clickOn("Bob Roe");
      await popover();
      await openIdentity();
      await page.click("#correcting input[data-key=name]", { count: 3 });
      await page.keyboard.type("Robert Roe");
      await page.keyboard.press("Enter");
      assert.ok(
        (await chains()).some((one) => one.startsWith("Robert Roe")),
        String(await chains()),
      );
      assert.match(await outcome(), /^Renamed Bob Roe to Robert Roe\./);
      await choose("merge", "Ann Lee");
      assert.ok(!(await chains()).some((one) => one.startsWith("Ann Lee")), String(await chains()));
      assert.equal(await speaker("“We will pay"), "Robert Roe");
      const before = await chains();
      await page.click("#undo");
      assert.equal(await outcome(), "Undone: Bob Roe and Ann Lee are separate again.");
      await page.click("#redo");
      assert.match(await outcome(), /^Redone: Merged /);
      await clickOn("Ann Lee", 1);
      await popover();
      await openIdentity();
      await choose("move", "someone new");
      assert.ok((await chains()).includes("Ann Lee 1"), String(await chains()));
      await held(["Control"], "z");
      assert.deepEqual(await chains(), before);
    });

    test("corrections follow an edited text; those that no longer apply are reported", async () => {
      for (const words of ["river", "paint"]) {
        await clickOn(words, 0, 2);
        await popover();
        await press("Things");
        await page.keyboard.press("Escape");
        await closed();
      }
      await page.click("#edit");
      const edited = `Corrected on Tuesday.\n\n${TEXT.replace("needs paint", "needs nothing").replace("Bob Roe", "young Bob Roe")}`;
      await page.$eval(
        "#box",
        (box, text) => {
          box.value = text;
          box.dispatchEvent(new Event("input", { bubbles: true }));
        },
        edited,
      );
      await page.click("#annotate");
      await page.waitForFunction(() => document.getElementById("article").textContent.startsWith("Corrected"));
      await reading(page);
      assert.deepEqual(
        (await entities()).filter((one) => one.includes("you")),
        ["river PRODUCT you"],
      );
      assert.match(await page.$eval("#notices", (line) => line.textContent), /1 correction no longer applies/);
      await page.click("#undo");
      assert.deepEqual(
        (await entities()).filter((one) => one.includes("you")),
        [],
      );
    });

    test("corrections and undo survive a reload", async () => {
      await clickOn("river", 0, 2);
      await popover();
      await press("Things");
      await announced(/^Marked “river”/);
      await page.click("#undo");
      await page.click("#redo");
      await page.reload();
      await page.waitForFunction(() => window.newsmark?.document?.entities.some(({ by }) => by === "you"), {
        timeout: 60_000,
      });
      await page.click("#undo");
      assert.ok(!(await entities()).some((one) => one.includes("you")));
      await page.click("#redo");
      assert.ok((await entities()).includes("river PRODUCT you"));
    });

    const noTouch =
      name === "webkit" && "WebDriver for WebKitGTK has no touch, and its windows are 447 pixels wide at least";
    test("on a narrow page, a tap opens a sheet away from the words", { skip: noTouch }, async () => {
      await page.setViewport({ width: 320, height: 640 });
      await (await page.$("::-p-xpath(//*[@id='article']//span[text()='Bob Roe'])")).scrollIntoView();
      const there = await rectOf("Bob Roe");
      await page.touchscreen.tap((there.left + there.right) / 2, (there.top + there.bottom) / 2);
      const box = await (await popover()).boundingBox();
      const { top, bottom } = await rectOf("Bob Roe");
      assert.ok(bottom <= box.y || top >= box.y + box.height, "the sheet is over the words");
      assert.ok(box.x >= 0 && box.width <= 320);
      await press("Organisations");
      assert.ok((await entities()).includes("Bob Roe ORG you"));
      await page.keyboard.press("Escape");
      await page.setViewport({ width: 1280, height: 900 });
    });

    test("nothing was logged to the console", () => assert.deepEqual(logged, []));
  });
}
