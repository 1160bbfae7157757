// Runs axe-core on every state of the page, in light and dark, wide and narrow.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { problems } from "./axe.mjs";
import { dist, reading, served, visit, WAIT } from "./browsers.mjs";
import { annotated } from "./desk.mjs";
import { drop } from "./files.mjs";

const both = served();

/** The states of the page, each reached from the one before as a user would. */
const STATES = {
  "the empty page": async () => {},
  "About, with the licences": async (page) => {
    await page.click("#about-open");
    await page.click("#licences summary");
    await page.waitForFunction(() => document.getElementById("licences-text").textContent.length > 10_000);
  },
  "work under way": async (page) => {
    await page.keyboard.press("Escape");
    // A text that takes a while; the next state cancels it.
    await page.evaluate((text) => void window.newsmark.annotate(text).catch(() => {}), `${EXAMPLE}\n`.repeat(60));
    await page.waitForSelector("#progress-row:not([hidden])");
  },
  names: async (page) => {
    await page.evaluate((text) => window.newsmark.annotate(text), EXAMPLE);
    await reading(page);
  },
  "a person lit": async (page) => {
    await page.focus("#names .entry");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#article .emphasised");
  },
  "quotations and the chart": (page) => page.$eval("#tab-quotes", (tab) => tab.click()),
  "labels, and everything shown": async (page) => {
    await page.$eval("#shown", (box) => (box.open = true));
    await page.$$eval("#filters .switch[aria-pressed=false]:not([data-view=plain])", (all) => {
      for (const one of all) one.click();
    });
  },
  "a search without results": async (page) => {
    await page.focus("#panel-search");
    await page.keyboard.type("zzz");
    await page.waitForSelector("#quotes .none");
  },
  finding: async (page) => {
    await page.focus("#article");
    await page.keyboard.press("/");
    await page.keyboard.type("ferry");
    await page.waitForFunction(() => /^\d+ of \d+ matches$/.test(document.getElementById("find-count").textContent));
  },
  "the shortcuts dialog": async (page) => {
    await page.keyboard.press("Escape");
    await page.$eval("#article", (article) => article.focus());
    await page.keyboard.type("?");
    await page.waitForSelector("#shortcuts[open]");
  },
  "the export menu": async (page) => {
    await page.keyboard.press("Escape");
    await page.focus("#export");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector("#export-menu:not([hidden])");
  },
  "a highlight being corrected": async (page) => {
    await page.keyboard.press("Escape");
    await page.focus("#article");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#correcting:not([hidden])");
  },
  "a correction made": async (page) => {
    await page.keyboard.press("2");
    await page.keyboard.press("Escape");
    await page.waitForSelector("#article .yours");
  },
  "words selected": async (page) => {
    await page.focus("#article");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.down("Shift");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.up("Shift");
    await page.waitForSelector("#correcting:not([hidden])");
  },
  "the text being edited": async (page) => {
    await page.keyboard.press("Escape");
    await page.$eval("#edit", (button) => button.click());
    await page.waitForSelector("html[data-view=editing]");
  },
  "the columns of a table": async (page) => {
    const table = 'headline,text\nPiers,"“It is late,” said Ann Lee."\nBoats,"Bo Berg of Tarnby agreed."\nNothing,\n';
    await drop(page, { name: "piers.csv", text: table });
    await page.waitForSelector("dialog.columns[open]", WAIT);
  },
  "a collection, with a report": async (page) => {
    await page.click("dialog.columns button.primary");
    await annotated(page, 2);
    await page.click(".desk-report summary");
  },
  "a question": async (page) => {
    await page.$eval(".desk-head .actions button:last-child", (button) => button.click());
    await page.waitForSelector("dialog.question[open]", WAIT);
  },
  "an article of a collection": async (page) => {
    await page.keyboard.press("Escape");
    await page.$eval("#desk-articles .opens", (link) => link.click());
    await reading(page);
  },
  "the start page with collections": async (page) => {
    await page.evaluate(() => (location.hash = ""));
    await page.$eval("#new", (button) => button.click());
    await page.waitForSelector("#collections:not([hidden])", WAIT);
  },
};

for (const width of [1280, 320]) {
  for (const scheme of ["light", "dark"]) {
    test(`axe reports no problem in any state: ${scheme}, ${width} px`, async () => {
      // Without anything left over from the previous test.
      const profile = await both.browser.createBrowserContext();
      const { page, logged } = await visit(profile, both.server.url, { width, height: 800 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        assert.deepEqual(await problems(page), [], state);
      }
      assert.deepEqual(logged, []);
      await profile.close();
    });
  }
}

test("axe reports no problem when the engine is missing", async () => {
  const bare = mkdtempSync(path.join(tmpdir(), "newsmark-"));
  cpSync(dist, bare, { recursive: true, filter: (file) => !file.endsWith(".model") });
  const server = await serve(bare);
  const page = await both.browser.newPage();
  await page.goto(server.url);
  await page.waitForSelector("html[data-state=error]");
  assert.deepEqual(await problems(page), []);
  await page.close();
  server.close();
  rmSync(bare, { recursive: true });
});
