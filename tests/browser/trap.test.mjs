// Tests the trap itself: on careless pages it catches every hostile text that can do something, and a correct page does
// not trigger it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, PUPPETEER } from "./browsers.mjs";
import { careless } from "./careless.mjs";
import { HOSTILE, powers, trapped } from "./trap.mjs";

for (const name of PUPPETEER) {
  describe(`the trap in ${name}`, () => {
    let browser, server;
    before(async () => {
      browser = await launch(name);
      server = await careless();
    });
    after(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
    });

    /** Firefox does not report these requests; powers() finds the elements. */
    const SILENT = /^<(object|embed|form) /;

    /** What a text did, in the trap's words, without syntax errors and missing files. */
    const BITTEN = /^(a script has run|a dialog|a window|a frame|asked for|went to)/;

    /** Opens a page and waits until the trap has caught something, if possible. */
    const bitten = async (url) => {
      const page = await browser.newPage();
      const caught = await trapped(page, (requested) => requested.startsWith(server.url));
      const patience = Date.now() + 30_000;
      // A page that navigates away never gets there.
      page.goto(url).catch(() => {});
      while (!caught.some((line) => BITTEN.test(line)) && Date.now() < patience)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await page.close();
      return caught.filter((line) => BITTEN.test(line));
    };

    for (const place of new Set(HOSTILE.flatMap(({ bites }) => bites))) {
      test(`hostile text that works in ${place} is caught`, async () => {
        const missed = [];
        for (const { text } of HOSTILE.filter(({ bites }) => bites.includes(place))) {
          if (name === "firefox" && SILENT.test(text)) continue;
          if ((await bitten(server.page(place, text))).length === 0) missed.push(text);
        }
        assert.deepEqual(missed, []);
      });
    }

    test("a correct page does not trigger the trap", async () => {
      const page = await browser.newPage();
      const caught = await trapped(page, (requested) => requested.startsWith(server.url));
      await page.goto(server.page("html", "Ann &lt;Lee&gt;"));
      assert.deepEqual([...caught, ...(await powers(page))], []);
      await page.close();
    });

    test("elements and attributes that could do something are found", async () => {
      const page = await browser.newPage();
      for (const text of [
        "<img>",
        "<object></object>",
        "<embed>",
        "<base href=x>",
        "<p onclick=x>",
        "<a href=javascript:x>",
        "<form>",
      ]) {
        await page.goto(server.page("html", text));
        assert.equal((await powers(page)).length, 1, text);
      }
      await page.close();
    });

    test("what a policy blocks is caught as well", async () => {
      const page = await browser.newPage();
      const caught = await trapped(page, (requested) => requested.startsWith(server.url));
      await page.goto(server.page("policed", "<script>hit()</script>"));
      assert.ok(
        caught.some((line) => /^the policy had to stop inline \(script-src-elem\)/.test(line)),
        caught.join("\n"),
      );
      await page.close();
    });
  });
}
