// The hosted page without a network, and updates to new versions.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { writeServiceWorker } from "../../scripts/offline.mjs";
import { serve } from "../../scripts/serve.mjs";
import { dist, launch, PUPPETEER, ready, visit, WAIT } from "./browsers.mjs";
import { drop } from "./files.mjs";

const ARTICLE = "“We are glad,” said Ann Lee.";

for (const name of PUPPETEER) {
  describe(`offline in ${name}`, () => {
    let browser, folder, server;
    before(async () => (browser = await launch(name)));
    after(() => browser?.close());
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "newsmark-"));
      // Under a sub-path, as on many hosts.
      await cp(dist, path.join(folder, "tools/newsmark"), { recursive: true });
      server = await serve(folder);
    });
    afterEach(async () => {
      stop(server);
      await rm(folder, { recursive: true });
    });

    const root = () => path.join(folder, "tools/newsmark");
    const address = () => `${server.url}tools/newsmark/`;
    const stop = (server) => {
      server.closeAllConnections();
      server.close();
    };
    /** Visits the page and waits for the service worker. */
    const first = async () => {
      const { page } = await visit(browser, address());
      await page.waitForFunction(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated",
        WAIT,
      );
      return page;
    };
    const again = async (page) => {
      await page.reload();
      await ready(page);
    };
    /** Another build in the same place, with one line of the page changed. */
    const update = async (words) => {
      const html = await readFile(path.join(root(), "index.html"), "utf8");
      await writeFile(
        path.join(root(), "index.html"),
        html.replace(/<h1 class="brand">[^<]*/, `<h1 class="brand">${words}`),
      );
      await rm(path.join(root(), "newsmark.html"));
      await writeServiceWorker("www/offline/service-worker.js", root());
    };
    const look = (page) =>
      page.evaluate(
        async () => void (await (await navigator.serviceWorker.getRegistration()).update().catch(() => {})),
      );
    const brand = (page) => page.$eval(".brand", (brand) => brand.textContent);

    test("after the first visit the page opens and annotates without a server", async () => {
      const page = await first();
      stop(server);
      await again(page);
      const quotes = await page.evaluate(
        (text) => window.newsmark.annotate(text).then((document) => document.quotes.length),
        ARTICLE,
      );
      assert.equal(quotes, 1);
      // So does what is loaded only on demand.
      await drop(page, { name: "a.md", text: "# Ann *Lee*\n\nleft." });
      await page.waitForFunction(() => document.getElementById("article").textContent === "Ann Lee\n\nleft.", WAIT);
      await page.close();
    });

    test("a new version is announced, and loads with the article when the user accepts it", async () => {
      const page = await first();
      await again(page);
      await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), ARTICLE);
      await update("Newer");
      await look(page);
      await page.waitForFunction(
        () => /new version of Newsmark is available/.test(document.getElementById("notices").textContent),
        WAIT,
      );
      assert.equal(await brand(page), "Newsmark");
      await page.$eval("#notices button", (button) => button.click());
      await page.waitForFunction(() => document.querySelector(".brand")?.textContent === "Newer", WAIT);
      await page.waitForFunction((text) => document.getElementById("article").textContent === text, WAIT, ARTICLE);
      const kept = await page.evaluate(() => caches.keys());
      assert.equal(kept.length, 1, kept.join(", "));
      await page.close();
    });

    test("an incomplete version is not installed, and the old one stays complete", async () => {
      const page = await first();
      await update("Newer");
      await writeFile(path.join(root(), "app.js"), "document.body.textContent = 'a mix'");
      const failed = page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return new Promise((resolve) => {
          registration.addEventListener("updatefound", () => {
            const { installing } = registration;
            installing.addEventListener("statechange", () => resolve(installing.state));
          });
          registration.update().catch(() => {});
        });
      });
      assert.equal(await failed, "redundant");
      await again(page);
      assert.equal(await brand(page), "Newsmark");
      assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting), null);
      // The reload has tried again, and that fails as well.
      await page.waitForFunction(async () => (await caches.keys()).length === 1, WAIT);
      await page.close();
    });

    test("the page requests only its own files, and all of them exist", async () => {
      const { page, logged, requested } = await visit(browser, address());
      const home = address();
      assert.deepEqual(
        requested.filter((url) => !url.startsWith(home)),
        [],
      );
      assert.deepEqual(logged, []);
      const missing = await page.evaluate(async () => {
        const manifest = await (await fetch("manifest.webmanifest")).json();
        const addresses = [manifest.start_url, ...manifest.icons.map((icon) => icon.src)];
        const answers = await Promise.all(addresses.map(async (url) => [url, (await fetch(url)).ok]));
        return answers.filter(([, ok]) => !ok);
      });
      assert.deepEqual(missing, []);
      await page.close();
    });
  });
}
