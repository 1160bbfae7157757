// Faults in the page's environment: memory, servers, policies, copies, the browser evicting files.

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { dist, launch, PUPPETEER, ready, served, visit, WAIT } from "./browsers.mjs";
import { damaged as damagedIn, edited } from "./damaged.mjs";
import { drop, exported, keepFiles } from "./files.mjs";

/** A WebAssembly module whose memory cannot grow beyond this number of 64 KiB pages. */
function withLittleMemory(wasm, pages) {
  const leb = (number) => (number < 128 ? [number] : [(number & 127) | 128, ...leb(number >> 7)]);
  const read = (at) => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = wasm[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return { value, at };
      shift += 7;
    }
  };
  let at = 8;
  for (;;) {
    const { value: size, at: body } = read(at + 1);
    if (wasm[at] === 5) {
      const { value: least } = read(body + 2);
      const limits = [1, 1, ...leb(least), ...leb(pages)];
      return Buffer.concat([
        wasm.subarray(0, at),
        Buffer.from([5, limits.length, ...limits]),
        wasm.subarray(body + size),
      ]);
    }
    at = body + size;
  }
}

for (const name of PUPPETEER) {
  describe(`faults around the page in ${name}`, () => {
    const both = served(name);
    const damaged = (damage, use) => damagedIn(both.browser, damage, use);
    const error = async (page) => {
      await page.waitForFunction(() => !document.getElementById("error").hidden, WAIT);
      return page.$eval("#error", (line) => line.textContent);
    };
    const works = async (page) => {
      await page.$eval("#new", (button) => button.click());
      await page.$eval("#example", (button) => button.click());
      await page.waitForFunction(
        (text) =>
          document.getElementById("article").textContent === text && document.documentElement.dataset.state === "ready",
        WAIT,
        EXAMPLE,
      );
    };

    test("a text too long for memory is reported and stays, and the next one is annotated", async () => {
      const little = (file) => edited((wasm) => withLittleMemory(wasm, 1024))(file("engine/newsmark_bg.wasm"));
      await damaged(little, async (page) => {
        await works(page);
        const long = EXAMPLE.repeat(2000);
        assert.ok(long.length > 5_000_000);
        await page.$eval("#new", (button) => button.click());
        await page.evaluate(
          (text, times) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text.repeat(times)], "long.txt"));
            document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
          },
          EXAMPLE,
          2000,
        );
        assert.match(
          await error(page),
          /crashed twice on this text\. It may be too long for this browser’s memory\. Try part of it\. Your text is still in the box\./,
        );
        assert.equal(await page.$eval("#box", (box) => box.value.length), long.length);
        await works(page);
      });
    });

    for (const [what, damage] of /** @type {[string, (file: (name: string) => string) => Promise<void>][]} */ ([
      ["missing", (file) => rm(file("engine/export_bg.wasm"))],
      ["damaged", (file) => edited((bytes) => bytes.subarray(0, 1000))(file("engine/export_bg.wasm"))],
      ["without their script", (file) => rm(file("export/worker.js"))],
    ])) {
      test(`an export module that is ${what} is reported, and works again once repaired`, async () => {
        await damaged(damage, async (page, file) => {
          await works(page);
          await keepFiles(page);
          await page.evaluate(() => document.querySelector("[data-format=tei]").click());
          await page.waitForFunction(
            () => /^TEI: the export failed/.test(document.getElementById("notices").textContent),
            WAIT,
          );
          for (const name of ["engine/export_bg.wasm", "export/worker.js"])
            await writeFile(file(name), await readFile(path.join(dist, name)));
          assert.match((await exported(page, "tei")).content, /<TEI /);
          assert.equal(await page.$eval("#notices", (region) => region.textContent), "");
        });
      });
    }

    for (const [what, edit] of /** @type {[string, (html: Buffer) => Buffer][]} */ ([
      ["breaks off", (html) => html.subarray(0, html.length * 0.6)],
      // In the middle of the model, which is most of the file, one letter is replaced by another.
      [
        "has one wrong letter",
        (html) => html.fill(html[html.length >> 1] === 65 ? 66 : 65, html.length >> 1, (html.length >> 1) + 1),
      ],
    ])) {
      test(`a one-file form that ${what} says so and keeps what the user types`, async () => {
        await damaged(
          (file) => edited(edit)(file("newsmark.html")),
          async (page, file) => {
            await page.goto(pathToFileURL(file("newsmark.html")).href);
            await page.waitForFunction(
              () => /copy of the page is damaged/.test(document.getElementById("error")?.textContent),
              WAIT,
            );
            assert.match(
              await error(page),
              /^The annotator could not be started\. This copy of the page is damaged\. Download newsmark\.html again\.$/,
            );
          },
        );
      });
    }

    /** A server that sends its own policy with every file. */
    const strict = async (policy, use) => {
      const files = await serve(dist);
      const server = http.createServer((request, response) => {
        response.setHeader("content-security-policy", policy);
        files.emit("request", request, response);
      });
      await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
      const page = await both.browser.newPage();
      await page.goto(`http://localhost:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}/`);
      await use(page);
      await page.close();
      for (const one of [server, files]) {
        one.closeAllConnections();
        one.close();
      }
    };

    test("the page works behind a strict policy of the server", async () => {
      const html = await readFile(path.join(dist, "index.html"), "utf8");
      const [, own] = /Content-Security-Policy" content="([^"]*)"/.exec(html);
      await strict(
        `${own}; frame-ancestors 'none'; sandbox allow-scripts allow-same-origin allow-downloads`,
        async (page) => {
          await works(page);
          await keepFiles(page);
          assert.match((await exported(page, "html")).content, /Rebane/);
          await page.waitForFunction(
            async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated",
            WAIT,
          );
          await page.reload();
          await ready(page);
          await works(page);
        },
      );
    });

    for (const [what, policy, sentence] of /** @type {[string, string, RegExp][]} */ ([
      [
        "WebAssembly",
        "script-src 'self'; worker-src 'self' blob:",
        /server does not allow WebAssembly\. A content security policy sent by the server must allow/,
      ],
      [
        "its workers",
        "script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'",
        /A content security policy sent by the server must allow what the page’s own policy allows/,
      ],
    ])) {
      test(`a server policy that forbids ${what} is reported, and the text stays`, async () => {
        await strict(policy, async (page) => {
          assert.match(await error(page), sentence);
          await page.type("#box", "A draft.");
          await page.click("#annotate");
          await page.waitForFunction(
            () => /still in the box\.$/.test(document.getElementById("error").textContent),
            WAIT,
          );
          assert.equal(await page.$eval("#box", (box) => box.value), "A draft.");
        });
      });
    }

    test("over plain HTTP, where browsers offer less, the page annotates, exports and saves", async () => {
      const server = await serve(dist);
      const { port } = /** @type {any} */ (server.address());
      // A server used as a proxy answers for every host name, so the page gets one that is not localhost.
      const browser = await launch(name, {
        args: [`--proxy-server=127.0.0.1:${port}`],
        prefs: { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": port },
      });
      const { page, logged } = await visit(browser, "http://newsmark.example/");
      assert.deepEqual(
        await page.evaluate(() => [isSecureContext, "serviceWorker" in navigator, typeof crypto.subtle]),
        [false, false, "undefined"],
      );
      await works(page);
      await keepFiles(page);
      assert.match((await exported(page, "json")).content, /Rebane/);
      await drop(page, { name: "a.md", text: "# Ann *Lee*\n\nleft." });
      await page.waitForFunction(() => document.getElementById("article").textContent === "Ann Lee\n\nleft.", WAIT);
      await page.reload();
      await page.waitForFunction(() => document.getElementById("article").textContent === "Ann Lee\n\nleft.", WAIT);
      assert.deepEqual(logged, []);
      await browser.close();
      server.closeAllConnections();
      server.close();
    });

    const notStarted = (page) =>
      page
        .waitForFunction(() => {
          const line = document.getElementById("not-started");
          return getComputedStyle(line).visibility === "visible" && line.textContent;
        }, WAIT)
        .then((line) => line.jsonValue());

    test("a page whose scripts do not load says what to do, and only then", async () => {
      await damaged(
        (file) => rm(file("app.js")),
        async (page) => assert.match(await notStarted(page), /^Newsmark has not started\. It needs JavaScript/),
      );
      const { page } = await visit(both.browser, both.server.url);
      assert.equal(await page.$("#not-started"), null);
      await page.close();
    });

    test("so does the hosted page when opened from disk", async () => {
      const page = await both.browser.newPage();
      await page.goto(pathToFileURL(path.join(dist, "index.html")).href);
      assert.match(await notStarted(page), /To use Newsmark from disk, open the single file newsmark\.html\.$/);
      await page.close();
    });

    test("a page whose cache the browser has evicted loads the newest version from the server", async () => {
      await damaged(
        async () => {},
        async (page, file) => {
          await ready(page);
          await page.waitForFunction(
            async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated",
            WAIT,
          );
          await page.reload();
          await ready(page);
          await page.evaluate(
            async () => void (await Promise.all((await caches.keys()).map((key) => caches.delete(key)))),
          );
          await edited((html) => html.toString().replace(/<h1 class="brand">[^<]*/, '<h1 class="brand">Newer'))(
            file("index.html"),
          );
          await page.reload();
          await ready(page);
          assert.equal(await page.$eval(".brand", (brand) => brand.textContent), "Newer");
          await works(page);
        },
      );
    });
  });
}
