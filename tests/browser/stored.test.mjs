// Hostile state: in the browser's storage, in the address, in JSON. It can come from an older or newer version, another
// page of the same origin, or the sender of a file.

import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { PUPPETEER, ready, served, WAIT } from "./browsers.mjs";
import { drop, exported, keepFiles } from "./files.mjs";
import { hostileFile } from "./hostile.mjs";
import { HOSTILE, powers, trapped } from "./trap.mjs";

const TEXTS = HOSTILE.map(({ text }) => text);
const ARTICLE = "“Yes,” said Ann Lee.";

for (const name of PUPPETEER) {
  describe(`hostile state in ${name}`, () => {
    const both = served(name);
    let page, caught, harmless;
    beforeEach(async () => {
      await page?.close();
      page = await both.browser.newPage();
      caught = await trapped(page, (url) => url.startsWith(both.server.url));
      await page.goto(both.server.url);
      await ready(page);
      harmless = await powers(page);
    });

    /** Nothing was caught, nothing was added to the page, and it still works. */
    const unharmed = async () => {
      await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), ARTICLE);
      assert.equal(await page.$eval("#article", (article) => article.textContent), ARTICLE);
      assert.deepEqual(caught, []);
      assert.deepEqual(await powers(page), harmless);
      assert.equal(await page.evaluate(() => /** @type {any} */ ({}).polluted), undefined);
    };
    const notices = () => page.$eval("#notices", (notices) => notices.textContent);
    const listed = (count) =>
      page.waitForFunction((count) => document.querySelectorAll(".recent-row").length === count, WAIT, count);

    /** Replaces everything in the page's database with these records. */
    const store = (records) =>
      page.evaluate(async (records) => {
        const database = await new Promise((resolve, reject) =>
          Object.assign(indexedDB.open("newsmark"), {
            onsuccess: (event) => resolve(event.target.result),
            onerror: reject,
          }),
        );
        const transaction = database.transaction(["summaries", "articles", "found"], "readwrite");
        for (const [store, rows] of Object.entries(JSON.parse(records))) {
          transaction.objectStore(store).clear();
          for (const row of rows) transaction.objectStore(store).put(row);
        }
        await new Promise((resolve, reject) => Object.assign(transaction, { oncomplete: resolve, onabort: reject }));
        database.close();
      }, JSON.stringify(records));

    const reload = async () => {
      await page.reload();
      await ready(page);
    };

    test("stored articles with hostile words are shown as plain text", async () => {
      const { text, found, corrections, future, lost, model } = hostileFile(TEXTS);
      await store({
        summaries: TEXTS.map((text, at) => ({
          id: `${at} ${text}`,
          revision: 1,
          updated: Date.now() - at,
          title: text,
          holds: text,
        })),
        articles: TEXTS.map((name, at) => ({
          id: `${at} ${name}`,
          text,
          draft: null,
          model,
          corrections,
          future,
          lost,
        })),
        // In the current format and in the previous one.
        found: TEXTS.map((text, at) => ({ id: `${at} ${text}`, found: at % 2 === 0 ? JSON.stringify(found) : found })),
      });
      await reload();
      await listed(8);
      const titles = await page.$$eval(".recent-title", (titles) => titles.map((title) => title.textContent));
      assert.deepEqual(titles, TEXTS.slice(0, 8));
      for (const row of [1, 2]) {
        await page.$eval(`.recent-row:nth-child(${row}) .recent-open`, (button) => button.click());
        await page.waitForFunction((text) => document.getElementById("article").textContent === text, WAIT, text);
        await reload();
        await page.$eval("#new", (button) => button.click());
        await listed(8);
      }
      await unharmed();
    });

    test("invalid records are ignored, and the others are listed", async () => {
      const summary = { id: "good", revision: 1, updated: 5, title: "Good", holds: "" };
      const odd = /** @type {any[]} */ ([{}, null, 7, "<b>", [], { toString: "x" }]);
      await store({
        summaries: [
          summary,
          ...odd.map((value, at) => ({ id: `odd${at}`, revision: value, updated: value, title: value, holds: value })),
          { id: 7 },
          { id: ["x"] },
        ],
        articles: [
          { id: "good", text: ARTICLE, draft: null, model: "", corrections: [], future: [], lost: [] },
          ...odd.map((value, at) => ({
            id: `odd${at}`,
            text: value,
            draft: value,
            model: value,
            corrections: value,
            future: value,
            lost: value,
          })),
        ],
        found: odd.map((value, at) => ({ id: `odd${at}`, found: value })),
      });
      await reload();
      await listed(1);
      assert.equal(await page.$eval(".recent-title", (title) => title.textContent), "Good");
      await page.$eval(".recent-open", (button) => button.click());
      await page.waitForFunction((text) => document.getElementById("box").value === text, WAIT, ARTICLE);
      await unharmed();
    });

    test("an article that does not match its annotations is not shown and not deleted, and the user is told", async () => {
      const fine = { text: ARTICLE, draft: null, model: "", corrections: [], future: [], lost: [] };
      const found = (entity) => ({
        entities: [{ id: 0, start: 0, end: 3, type: "PERSON", text: "x", chain: null, confidence: 1, ...entity }],
        chains: [],
        quotes: [],
        quoted_terms: [],
        sentences: [],
      });
      const broken = {
        outside: [{ ...fine }, found({ end: 9999 })],
        chainless: [{ ...fine }, found({ chain: 3 })],
        type: [{ ...fine }, found({ type: "__proto__" })],
        written: [{ ...fine }, JSON.stringify(found({ end: 9999 }))],
        cut: [{ ...fine }, JSON.stringify(found({})).slice(0, -1)],
        polluting: [{ ...fine }, '{"__proto__": {"polluted": 1}}'],
        correction: [{ ...fine, corrections: [{ do: "constructor", at: [0, 3] }] }, found({})],
        future: [{ ...fine, future: ["x"] }, found({})],
        lost: [{ ...fine, lost: [{ correction: null }] }, found({})],
        text: [{ ...fine, text: { length: 3 } }, found({})],
      };
      const all = Object.keys(broken);
      // The page lists eight.
      for (const ids of [all.slice(0, 6), all.slice(6)]) {
        await store({
          summaries: ids.map((id, at) => ({ id, revision: 1, updated: 100 - at, title: id, holds: "" })),
          articles: ids.map((id) => ({ ...broken[id][0], id })),
          found: ids.map((id) => ({ id, found: broken[id][1] })),
        });
        await reload();
        await listed(ids.length);
        for (const [at, id] of ids.entries()) {
          await page.$eval(`.recent-row:nth-child(${at + 1}) .recent-open`, (button) => button.click());
          await page.waitForFunction(
            (id) => document.getElementById("notices").textContent.includes(`“${id}”`),
            WAIT,
            id,
          );
          assert.match(await notices(), /cannot show it\. It has not been deleted\./);
          assert.equal(await page.evaluate(() => document.documentElement.dataset.view), "editing");
        }
        await reload();
        await listed(ids.length);
      }
      await unharmed();
    });

    test("hostile values in session storage, history and preferences", async () => {
      for (const value of [
        '{"summary":{"id":"x","revision":1000000000},"content":{}}',
        '{"summary":null}',
        '{"hidden":{"__proto__":[]},"tab":"<b>","order":"constructor","labels":"x"}',
        "[".repeat(50_000),
        TEXTS[0],
      ]) {
        await page.evaluate((value) => {
          sessionStorage.setItem("newsmark.leaving", value);
          localStorage.setItem("newsmark.view", value);
          history.replaceState({ article: "x" }, "");
        }, value);
        await reload();
        await unharmed();
        await page.$eval("#new", (button) => button.click());
      }
    });

    test("the address is not read", async () => {
      for (const { text } of HOSTILE.filter(({ bites }) => /decoded|href|script/.test(bites.join()))) {
        await page.goto(
          `${both.server.url}?text=${encodeURIComponent(text)}&q=${encodeURIComponent(text)}#${encodeURIComponent(text)}`,
        );
        await ready(page);
      }
      await unharmed();
    });

    test("special property names, and deeply nested JSON", async () => {
      await keepFiles(page);
      const file = {
        format: "newsmark",
        version: 1,
        offsets: "utf16",
        text: ARTICLE,
        ...hostileFile(["Ann"]),
        corrections: [],
        future: [],
        lost: [],
      };
      const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
      const evil = '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}';
      await drop(page, { name: "a.json", text: JSON.stringify(file).replaceAll(/\{(?=")/g, `{${evil},`) });
      await page.waitForFunction((text) => document.getElementById("article").textContent === text, WAIT, file.text);
      assert.equal(JSON.parse((await exported(page, "json")).content).text, file.text);
      await page.$eval("#new", (button) => button.click());
      await drop(page, {
        name: "b.json",
        text: JSON.stringify(file).replace('"entities":[{', `"entities":[{"deep":${deep},`),
      });
      await page.waitForFunction(() => /nested too deeply/.test(document.getElementById("error").textContent), WAIT);
      assert.equal(await notices(), "");
      await drop(page, { name: "c.json", text: deep });
      await page.waitForFunction(() => /^This file is JSON/.test(document.getElementById("error").textContent), WAIT);
      await unharmed();
      await drop(page, { name: "d.jsonld", text: `[{"a": ${deep}, "type": "TextQuoteSelector"}]` });
      await page.waitForFunction(() => /could not be opened/.test(document.getElementById("error").textContent), WAIT);
      await unharmed();
    });
  });
}
