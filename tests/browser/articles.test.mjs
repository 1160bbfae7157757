// Articles of web pages: saved, or copied as a whole; what is left out is said, and the metadata can be edited.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { serve } from "../../scripts/serve.mjs";
import { root } from "../support.mjs";
import { BROWSERS, dist, launch, reading, visit, WAIT } from "./browsers.mjs";
import { drop, exported, give, keepFiles } from "./files.mjs";

const PARAGRAPHS = [
  "The council of Keld voted on Tuesday to close the old swing bridge for two years, although traders objected.",
  "“We have no choice,” said Omar Marsh, the mayor, after the vote. “The deck would not survive another winter.”",
  "Una Byrne, who runs the bakery beside the bridge, said her takings would halve and asked the council for help.",
];
const MENU = ["Home", "News", "Sport", "Weather", "Culture", "Opinion"];
const MOST_READ = [
  "Prince Oskar to marry",
  "Ferry sinks off Tarnby",
  "Ilse Brandt quits",
  "Eels return",
  "Terms",
  "Privacy",
];
const links = (names) => names.map((name) => `<li><a href="/x">${name}</a></li>`).join("");
const BODY = `<nav><ul>${links(MENU)}</ul></nav><article style="color: red"><h1>Keld closes its bridge</h1>
  <p>By Kirsten Vale</p><p onclick="window.run = true">${PARAGRAPHS[0]}</p><p class="paywall">${PARAGRAPHS[1]}</p>
  <figure><img src="nowhere.png"><figcaption>The bridge. Photo: Jo Lund</figcaption></figure>
  <p class="paywall" style="margin: 0">${PARAGRAPHS[2]}</p></article><ul class="most-read">${links(MOST_READ)}</ul>`;
const PAGE = `<!doctype html><html lang="en"><head><title>Keld closes its bridge | Keld Gazette</title>
  <meta property="og:site_name" content="Keld Gazette"><meta property="article:published_time" content="2026-03-12T06:00:00Z">
  <style>p { color: blue }</style></head><body>${BODY}</body></html>`;
const ARTICLE = ["Keld closes its bridge", "By Kirsten Vale", ...PARAGRAPHS].join("\n\n");

for (const name of BROWSERS) {
  describe(`articles of pages in ${name}`, () => {
    let server, browser, page, logged, requested;
    before(async () => {
      server = await serve(dist);
      browser = await launch(name);
      ({ page, logged, requested } = await visit(browser, server.url));
    });
    after(async () => {
      await browser?.close();
      server.close();
    });
    beforeEach(() => page.$eval("#new", (button) => button.click()));

    const shown = () => page.$eval("#article", (article) => article.textContent);
    const notice = () => page.$eval("#notices", (region) => region.textContent);
    const showAll = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("#notices button")].find((button) => button.textContent === "Show all").click(),
      );

    test("a saved page gives its article, and one click shows the rest", async () => {
      await drop(page, { name: "page.html", type: "text/html", text: PAGE });
      await reading(page);
      assert.equal(await shown(), ARTICLE);
      assert.match(await notice(), /Left out of the page: menus, 12 links and 1 caption\./);
      await showAll();
      await page.waitForFunction(() => document.getElementById("article").textContent.includes("Ilse Brandt"), WAIT);
      assert.match(await shown(), /^Home\nNews/);
    });

    test("the metadata are shown, edited and exported", async () => {
      await drop(page, { name: "page.html", type: "text/html", text: PAGE });
      await reading(page);
      const line = () => page.$eval("#details-line", (line) => line.textContent);
      assert.equal(await line(), "By Kirsten Vale · Keld Gazette · 12 March 2026");
      await page.click("#details-edit");
      await page.$eval("#details-form [name=byline]", (field) => {
        field.value = "K. Vale";
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
      assert.equal(await line(), "By K. Vale · Keld Gazette · 12 March 2026");
      await keepFiles(page);
      const tei = await exported(page, "tei");
      assert.match(tei.content, /<author>K\. Vale<\/author>/);
      assert.match(tei.content, /<date when="2026-03-12">/);
    });

    test("a copied page gives its article, rich or plain", async () => {
      await give(page, "paste", "#box", { data: { "text/plain": "Home News", "text/html": BODY } });
      await reading(page);
      assert.equal(await shown(), ARTICLE);
      assert.match(await notice(), /menus, 12 links/);
      await page.$eval("#new", (button) => button.click());
      assert.doesNotMatch(await notice(), /menus/);
      const plain = [
        ...MENU,
        "Keld closes its bridge",
        "By Kirsten Vale",
        "Share",
        ...PARAGRAPHS,
        "Most read",
        ...MOST_READ,
      ];
      await give(page, "paste", "#box", { data: { "text/plain": plain.join("\n") } });
      await reading(page);
      assert.equal(await shown(), `Keld closes its bridge\n\nBy Kirsten Vale\n\n${PARAGRAPHS.join("\n")}`);
    });

    test("a paste of paragraphs stays as it is", async () => {
      const rich = PARAGRAPHS.map((paragraph) => `<p class="paywall">${paragraph}</p>`).join("");
      await give(page, "paste", "#box", { data: { "text/plain": PARAGRAPHS.join("\n\n"), "text/html": rich } });
      await reading(page);
      assert.equal(await shown(), PARAGRAPHS.join("\n\n"));
      assert.doesNotMatch(await notice(), /Left out/);
    });

    test("twenty pages of newspapers leave the console empty", async (t) => {
      const folder = path.join(root, "../shared/data/pages/html");
      const names = await readdir(folder).catch(() => []);
      if (names.length === 0) return t.skip("there are no saved pages in ../shared/data/pages");
      for (const name of names.sort().slice(0, 20)) {
        await page.$eval("#new", (button) => button.click());
        const text = gunzipSync(await readFile(path.join(folder, name))).toString();
        await drop(page, { name: name.replace(".gz", ""), type: "text/html", text });
        await page.waitForFunction(() => document.documentElement.dataset.view === "reading", WAIT);
      }
      assert.deepEqual(logged, []);
    });

    test("nothing was executed, logged or requested from other hosts", async () => {
      assert.equal(await page.evaluate(() => "run" in window), false);
      assert.deepEqual(logged, []);
      assert.deepEqual(
        requested.filter((url) => !url.startsWith(server.url)),
        [],
      );
    });
  });
}
