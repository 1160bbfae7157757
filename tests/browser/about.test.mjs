// The About dialog: versions and licences, in both forms of the page.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { newsmark } from "../support.mjs";
import { BROWSERS, dist, launch, reading, visit, WAIT } from "./browsers.mjs";

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

const FORMS = { hosted: () => server.url, "one file": () => pathToFileURL(path.join(dist, "newsmark.html")).href };

/** What the command line reports under the same labels. */
const [, program, schema, model] =
  /^Newsmark (\S+) \(schema (\d+), model (\w+)\)\n$/.exec(
    execFileSync(newsmark, ["--version"], { encoding: "utf8" }),
  ) ?? [];
const builds = [];

for (const name of BROWSERS) {
  for (const [form, address] of Object.entries(FORMS)) {
    describe(`${form} in ${name}`, () => {
      let browser, page, requested;
      before(async () => {
        browser = await launch(name);
        ({ page, requested } = await visit(browser, address(), { width: 320, height: 640 }));
      });
      after(() => browser?.close());

      test("it opens and closes by keyboard, and the focus returns", async () => {
        await page.focus("#about-open");
        await page.keyboard.press("Enter");
        await page.waitForSelector("#about[open]");
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "About Newsmark");
        assert.ok(await page.$eval("#about", (sheet) => sheet.scrollWidth <= sheet.clientWidth), "it fits");
        await page.keyboard.press("Escape");
        await page.waitForSelector("#about:not([open])");
        assert.equal(await page.evaluate(() => document.activeElement.id), "about-open");
      });

      test("it shows the same versions as the command line, and the build", async () => {
        await page.click("#about-open");
        const facts = await page.$$eval("#about dd", (all) => all.map((one) => one.textContent));
        assert.deepEqual(facts.slice(0, 3), [program, schema, model]);
        assert.match(facts[3], /^[0-9a-f]{16}$/);
        // Both forms come from the same build.
        assert.equal(new Set(builds.push(facts[3]) && builds).size, 1);
      });

      test("it shows the licences of everything in the page, without requests to other hosts", async () => {
        if (name === "chromium") await page.setOfflineMode(form === "one file");
        await page.click("#licences summary");
        await page.waitForFunction(() => document.getElementById("licences-text").textContent.length > 10_000, WAIT);
        const text = await page.$eval("#licences-text", (region) => region.textContent);
        assert.equal(text.trim(), readFileSync(path.join(dist, "licences.txt"), "utf8").trim());
        assert.ok(
          requested.every((url) => url.startsWith(address()) || /^(blob|data):/.test(url)),
          requested.join("\n"),
        );
        await page.click("#about-close");
        await page.waitForSelector("#about:not([open])");
      });

      test("browser features that may contact a server are off in every field", async () => {
        await page.evaluate((text) => window.newsmark.annotate(text), EXAMPLE);
        await reading(page);
        await page.focus("#article");
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("Enter");
        await page.waitForSelector("#correcting:not([hidden]) input[type=text]");
        // In one evaluation: the popover may draw its fields anew between finding them and asking them, and a field
        // outside the document inherits nothing.
        const fields = await page.evaluate(() =>
          /** @type {HTMLInputElement[]} */ ([
            ...document.querySelectorAll("textarea, input:not([type=file]):not([type=checkbox])"),
          ]).map(({ id, dataset, spellcheck, autocomplete, translate }) => ({
            name: id || dataset.key,
            spellcheck,
            autocomplete,
            translate,
          })),
        );
        assert.ok(fields.length >= 4, JSON.stringify(fields));
        for (const { name, ...helped } of fields)
          assert.deepEqual(helped, { spellcheck: false, autocomplete: "off", translate: false }, name);
      });
    });
  }
}

test("licences that cannot be loaded are reported, and load later", async () => {
  const browser = await launch("chromium");
  const { page } = await visit(browser, server.url);
  // Without the service worker, which has cached them.
  await page.setBypassServiceWorker(true);
  await page.setOfflineMode(true);
  await page.click("#about-open");
  await page.click("#licences summary");
  await page.waitForSelector("#licences-missing:not([hidden])", WAIT);
  await page.setOfflineMode(false);
  await page.click("#licences summary");
  await page.click("#licences summary");
  await page.waitForFunction(() => document.getElementById("licences-text").textContent.length > 10_000, WAIT);
  assert.equal(await page.$eval("#licences-missing", (missing) => missing.hidden), true);
  await browser.close();
});
