// Hostile text in everything that enters the page, followed through every place that shows it and every export, in both
// forms of the page, with a trap around it (trap.mjs).

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { dist, launch, PUPPETEER, reading, ready, WAIT } from "./browsers.mjs";
import { drop, exported, give, keepFiles } from "./files.mjs";
import { FILE_NAME, hostileFile, opened } from "./hostile.mjs";
import { roamed } from "./roam.mjs";
import { HOSTILE, powers, trapped } from "./trap.mjs";

const TEXTS = HOSTILE.map(({ text }) => text);
const ARTICLE = TEXTS.map((text) => `“We saw ${text} there,” said ${text} of ${text}.`).join("\n\n");

let server;
before(async () => (server = await serve(dist)));
after(() => {
  server.closeAllConnections();
  server.close();
});

const FORMS = { hosted: () => server.url, "one file": () => pathToFileURL(path.join(dist, "newsmark.html")).href };

for (const name of PUPPETEER) {
  for (const [form, address] of Object.entries(FORMS)) {
    describe(`hostile text, ${form} in ${name}`, () => {
      let browser, page, caught, harmless, folder;
      before(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "newsmark-"));
        browser = await launch(name);
        page = await browser.newPage();
        caught = await trapped(page, (url) => url.startsWith(address()));
        await page.goto(address());
        await ready(page);
        harmless = await powers(page);
        await keepFiles(page);
      });
      after(async () => {
        await browser?.close();
        await rm(folder, { recursive: true });
      });
      beforeEach(() => page.$eval("#new", (button) => button.click()));

      /** Nothing has been caught since the last call, and the page contains nothing new. */
      const unharmed = async () => {
        assert.deepEqual(caught.splice(0), []);
        assert.deepEqual(await powers(page), harmless);
        assert.equal(await page.evaluate(() => /** @type {any} */ ({}).polluted), undefined);
      };
      const shown = () => page.$eval("#article", (article) => article.textContent);

      test("in an article, everywhere on the page and in every export", async () => {
        await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), ARTICLE);
        await reading(page);
        assert.equal(await shown(), ARTICLE);
        await roamed(page, TEXTS);
        await unharmed();
        await opened(page, folder, ARTICLE);
        await unharmed();
      });

      test("in names, titles, speakers and corrections of a Newsmark file", async () => {
        const file = hostileFile(TEXTS);
        await drop(page, { name: `${TEXTS[0]}.json`, text: JSON.stringify(file) });
        await page.waitForFunction((text) => document.getElementById("article").textContent === text, WAIT, file.text);
        const names = await page.evaluate(() => window.newsmark.document.chains.map(({ name }) => name));
        assert.ok(new Set(names).size > TEXTS.length / 2, names.join("\n"));
        const met = await roamed(page, TEXTS);
        for (const [what, count] of Object.entries(met)) assert.ok(count > 10, `${count} ${what}`);
        await unharmed();
        await opened(page, folder, file.text);
        await unharmed();
      });

      test("in titles, file names and the list of recent articles", async () => {
        for (const text of TEXTS) {
          await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), text);
          await reading(page);
          assert.match((await exported(page, "json")).name, FILE_NAME);
        }
        await page.$eval("#new", (button) => button.click());
        await page.waitForFunction(() => document.querySelectorAll(".recent-title").length > 0, WAIT);
        await page.$eval("#recent-more", (button) => button.click());
        await page.waitForFunction(
          (count) => document.querySelectorAll(".recent-title").length > count,
          WAIT,
          TEXTS.length / 2,
        );
        await page.$eval(".recent-row:nth-child(12) button:last-child", (button) => button.click());
        await page.waitForFunction(() => /^Deleted /.test(document.getElementById("notices").textContent), WAIT);
        await unharmed();
      });

      test("in pasted markup, and in files of every kind", async () => {
        const html = `<article><h1>${TEXTS[2]}</h1>${TEXTS.map((text) => `<p>Ann Lee said so. ${text}</p>`).join("\n")}</article>`;
        const words = (text) => `A harbour. ${text} `.repeat(3);
        const files = {
          "page.html": `<!doctype html><title>${TEXTS[2]}</title>${html}<noscript><img src=x></noscript>`,
          "long.html": `<!doctype html><body><main>${TEXTS.map((text) => `<div><p>${words(text)}</p></div>`).join("")}</main>`,
          "story.md": `---\ntitle: ${TEXTS[2]}\n---\n${TEXTS.join("\n\n")}\n\n[a](javascript:hit()) ![b](//hostile.invalid/md.png) <javascript:hit()>`,
          "story.txt": TEXTS.join("\n"),
        };
        await give(page, "paste", "#box", { data: { "text/plain": "Ann Lee", "text/html": html } });
        await reading(page);
        assert.match(await shown(), /Ann Lee said so/);
        for (const [name, text] of Object.entries(files)) {
          await page.$eval("#new", (button) => button.click());
          await drop(page, { name, text });
          await reading(page);
        }
        // The parser reports every handler and style in foreign markup, although nothing there can run.
        const harmlessReport =
          /\((script-src-attr|style-src-attr|style-src-elem|base-uri)\)$|Content.Security.Policy|Applying inline style|Executing inline event handler/;
        caught.splice(0, caught.length, ...caught.filter((line) => !harmlessReport.test(line)));
        await unharmed();
      });

      test("in web annotations", async () => {
        await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), ARTICLE);
        const annotations = TEXTS.map((text, at) => ({
          "@context": text,
          id: text,
          type: "Annotation",
          motivation: text,
          creator: { id: text, name: text },
          body: [
            ["tagging", "PERSON"],
            ["identifying", text],
            ["classifying", text],
            ["assessing", text],
          ].map(([purpose, value]) => ({ type: "TextualBody", purpose, value })),
          target: {
            source: text,
            selector: [
              { type: "TextQuoteSelector", exact: text, prefix: "said ", suffix: text },
              { type: text },
              { type: "TextPositionSelector", start: at, end: at + 5 },
            ],
          },
        }));
        await drop(page, { name: "a.jsonld", text: JSON.stringify(annotations) });
        await page.waitForFunction((count) => window.newsmark.document.chains.length > count, WAIT, TEXTS.length / 2);
        await roamed(page, TEXTS);
        await opened(page, folder, ARTICLE);
        await unharmed();
      });
    });
  }
}
