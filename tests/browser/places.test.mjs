// What marks stand for: places in the popover and on the map, links that are corrected, and the timeline.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { problems } from "./axe.mjs";
import { dist, launch, PUPPETEER, reading, visit, WAIT } from "./browsers.mjs";

const TEXT =
  "PARIS, Texas — The mayor of Paris flew to Pyongyang, North Korea, on 25 July 2023. He had met a Kenyan minister in Nairobi. Officials in North Korea said nothing.";

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

/** The values of the words, as the page has them. */
const valuesOf = (page, words) =>
  page.evaluate(
    (words) => window.newsmark.document.entities.filter(({ text }) => text === words).map(({ value }) => value ?? null),
    words,
  );

const FORMS = { hosted: () => server.url, "one file": () => pathToFileURL(`${dist}/newsmark.html`).href };

for (const name of PUPPETEER) {
  for (const [form, address] of Object.entries(FORMS)) {
    describe(`places in ${name}, ${form}`, () => {
      let browser, page, requested;
      before(async () => {
        browser = await launch(name);
        ({ page } = await visit(browser, address()));
        requested = [];
        page.on("request", (request) => requested.push(request.url()));
        await page.evaluate((text) => window.newsmark.annotate(text), TEXT);
        await reading(page);
      });
      after(() => browser?.close());

      test("first highlights do without the table of places", async () => {
        assert.ok(!requested.some((url) => url.includes("places")));
        assert.deepEqual(await valuesOf(page, "North Korea"), [null, null]);
      });

      test("the popover says what a place stands for", async () => {
        const piece = await page.waitForSelector('::-p-xpath(//*[@id="article"]//*[text()="North Korea"])');
        await piece.click();
        await page.waitForFunction(
          () => document.getElementById("correcting").textContent.startsWith("North Korea · country · KP"),
          WAIT,
        );
        await page.keyboard.press("Escape");
        assert.equal((await valuesOf(page, "North Korea"))[0].geonames, 1873107);
        assert.equal((await valuesOf(page, "Kenyan"))[0].country, "KE");
      });

      test("the map has the places, with a list of the same", async () => {
        await page.$eval("#map-open", (button) => button.click());
        await page.waitForFunction(() => document.querySelectorAll("#map circle").length >= 4, WAIT);
        const rows = await page.$$eval("#map .map-list:first-child .map-place", (all) =>
          all.map((one) => one.textContent),
        );
        assert.match(rows.join("\n"), /North Korea · country · KP2 mentions/);
        assert.match(rows.join("\n"), /Paris · city · TX · US/);
        const circles = await page.$$eval("#map circle", (all) => all.length);
        assert.equal(circles, rows.length);
      });

      test("keys and buttons move and enlarge the map", async () => {
        const path = () => page.$eval("#map path", (one) => one.getAttribute("transform"));
        await page.focus("#map .map-frame");
        let before = await path();
        for (const key of ["+", "ArrowLeft", "ArrowUp", "-", "0"]) {
          await page.keyboard.press(key);
          if (key === "0") continue;
          assert.notEqual(await path(), before, key);
          before = await path();
        }
        await page.$$eval("#map .map-zoom button", ([, , , world]) => world.click());
        assert.equal(await path(), "translate(0 0) scale(1)");
      });

      test("the map is accessible", async () => {
        assert.deepEqual(await problems(page, "#map"), []);
      });

      test("one click removes a link, another place can be chosen, and undo takes both back", async () => {
        const remove = await page.waitForSelector('#map button[aria-label^="Remove the link to North Korea"]');
        await remove.click();
        await page.waitForFunction(() => document.querySelectorAll("#map .map-list:last-child li").length > 0, WAIT);
        assert.deepEqual(await valuesOf(page, "North Korea"), [null, null]);
        const select = await page.waitForSelector(
          '#map select[aria-label="Which place is PARIS?"], #map select[aria-label="Which place is Paris?"]',
        );
        await select.focus();
        await page.waitForFunction((one) => one.options.length > 1, WAIT, select);
        const france = await select.evaluate(
          (one) => [...one.options].find(({ text }) => text === "Paris · city · FR").value,
        );
        await select.select(france);
        assert.equal((await valuesOf(page, "PARIS"))[0].country, "FR");
        await page.click("#map-close");
        for (let i = 0; i < 3; i++) {
          await page.focus("#article");
          await page.keyboard.down("Control");
          await page.keyboard.press("z");
          await page.keyboard.up("Control");
        }
        assert.equal((await valuesOf(page, "PARIS"))[0].country, "US");
        assert.equal((await valuesOf(page, "North Korea"))[0].country, "KP");
      });

      test("the timeline opens", async () => {
        await page.$eval("#timeline-open", (button) => button.click());
        await page.waitForFunction(() => document.getElementById("timeline").open, WAIT);
        const saved = await page.evaluate(async () => {
          const bytes = [];
          const real = URL.createObjectURL;
          URL.createObjectURL = (/** @type {any} */ blob) => {
            bytes.push(blob.size);
            return real.call(URL, blob);
          };
          for (const id of ["timeline-svg", "timeline-png"]) document.getElementById(id).click();
          while (bytes.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
          URL.createObjectURL = real;
          return bytes;
        });
        assert.ok(saved.every((size) => size > 500));
        await page.click("#timeline-close");
      });
    });
  }
}
