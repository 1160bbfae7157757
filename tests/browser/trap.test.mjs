// The trap itself: on careless pages every hostile text that can bite is caught, and a good page sets it off
// with nothing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./browsers.mjs";
import { careless } from "./careless.mjs";
import { HOSTILE, powers, trapped } from "./trap.mjs";

for (const name of /** @type {const} */ (["chromium", "firefox"])) {
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

    /** What these ask for, Firefox tells nobody; powers() finds the elements. */
    const SILENT = /^<(object|embed|form) /;

    /** What a text did, in the trap's words; not that it had mistakes in it, or that a file is missing. */
    const BITTEN = /^(a script has run|a dialog|a window|a frame|asked for|went to)/;

    /** Opens a page and waits until the trap has caught something there, if it can. */
    const bitten = async (url) => {
      const page = await browser.newPage();
      const caught = await trapped(page, (asked) => asked.startsWith(server.url));
      const patience = Date.now() + 30_000;
      // A page that is led away never gets there.
      page.goto(url).catch(() => {});
      while (!caught.some((line) => BITTEN.test(line)) && Date.now() < patience)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await page.close();
      return caught.filter((line) => BITTEN.test(line));
    };

    for (const place of new Set(HOSTILE.flatMap(({ bites }) => bites))) {
      test(`text that bites in ${place}`, async () => {
        const missed = [];
        for (const { text } of HOSTILE.filter(({ bites }) => bites.includes(place))) {
          if (name === "firefox" && SILENT.test(text)) continue;
          if ((await bitten(server.page(place, text))).length === 0) missed.push(text);
        }
        assert.deepEqual(missed, []);
      });
    }

    test("a page without them sets it off with nothing", async () => {
      const page = await browser.newPage();
      const caught = await trapped(page, (asked) => asked.startsWith(server.url));
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

    test("what a policy stops is caught as well", async () => {
      const page = await browser.newPage();
      const caught = await trapped(page, (asked) => asked.startsWith(server.url));
      await page.goto(server.page("policed", "<script>hit()</script>"));
      assert.ok(
        caught.some((line) => /^the policy had to stop inline \(script-src-elem\)/.test(line)),
        caught.join("\n"),
      );
      await page.close();
    });
  });
}
