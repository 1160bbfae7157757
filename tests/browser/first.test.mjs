// What a first visit requests, and when.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { BROWSERS, dist, launch, reading, WAIT } from "./browsers.mjs";

for (const name of BROWSERS) {
  describe(`first visit in ${name}`, () => {
    let browser, server;
    /** The requested addresses, in order. @type {string[]} */
    let requested;
    before(async () => {
      browser = await launch(name);
      server = await serve(dist);
      server.on("request", ({ url }) => requested.push(url));
    });
    after(async () => {
      await browser?.close();
      server?.close();
    });

    const ENGINE = ["/engine/newsmark.model", "/engine/newsmark_bg.wasm"];
    const opened = async () => {
      requested = [];
      const page = await browser.newPage();
      await page.goto(server.url);
      await page.waitForSelector("html[data-state=ready]", { timeout: WAIT.timeout });
      return page;
    };

    test("the first annotation requests each file once; everything else follows later", async () => {
      const page = await opened();
      await page.click("#example");
      await reading(page);
      // Browsers request icons as they like.
      const first = requested.filter((url) => !/icon/.test(url));
      assert.deepEqual(first, [...new Set(first)]);
      assert.deepEqual(first.filter((url) => url.startsWith("/engine/")).sort(), ENGINE);
      assert.ok(!first.includes("/service-worker.js"), first.join(" "));
      await page.waitForFunction(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated",
        WAIT,
      );
      assert.ok(requested.includes("/engine/export_bg.wasm"), requested.join(" "));
      await page.close();
    });

    test("a replacement worker does not request the engine again", async () => {
      const page = await opened();
      requested = [];
      await page.evaluate(() => {
        window.newsmark.annotate("“We are glad,” said Ann Lee. ".repeat(50_000)).catch(() => {});
        document.getElementById("cancel").click();
      });
      await page.click("#example");
      await reading(page);
      assert.ok(!requested.includes("/engine/newsmark_bg.wasm"), requested.join(" "));
      await page.close();
    });
  });
}
