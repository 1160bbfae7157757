// What the page does when something goes wrong.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { root } from "../support.mjs";
import { BROWSERS, dist, reading, served, visit, WAIT } from "./browsers.mjs";
import { damaged as damagedIn, edited } from "./damaged.mjs";
import { drop } from "./files.mjs";

for (const name of BROWSERS) {
  describe(`errors in ${name}`, () => {
    const both = served(name);

    const errorShown = async (page) => {
      await page.waitForFunction(() => !document.getElementById("error").hidden, WAIT);
      return page.$eval("#error", (line) => line.textContent);
    };
    const noticeShown = async (page) => {
      await page.waitForFunction(() => document.getElementById("notices").textContent !== "", WAIT);
      return page.$eval("#notices", (notices) => notices.textContent);
    };
    const damaged = (damage, use) => damagedIn(both.browser, damage, use);
    /** Replaces the worker's response to every text, that is, to every message after its files. */
    const worker = (act) => async (file) =>
      edited(
        (script) => `{
      const { set } = [self, DedicatedWorkerGlobalScope.prototype].map((at) => Object.getOwnPropertyDescriptor(at, "onmessage")).find(Boolean);
      let handlers = 0;
      Object.defineProperty(self, "onmessage", { set(real) { set.call(self, handlers++ === 0 ? real : (event) => { ${act} }) } });
    }
    ${script}`,
      )(file("worker/worker.js"));

    test("long work can be cancelled, the text stays, and the next one is annotated", async () => {
      const { page, logged } = await visit(both.browser, both.server.url);
      const long = EXAMPLE.repeat(400);
      const outcome = page.evaluate(
        (text) =>
          window.newsmark.annotate(text).then(
            () => "done",
            (error) => error.constructor.name,
          ),
        long,
      );
      await page.waitForSelector("html[data-state=working]");
      await page.evaluate(() => document.getElementById("cancel").click());
      assert.notEqual(await outcome, "done");
      await page.waitForSelector("html[data-state=ready][data-view=editing]");
      assert.equal(await page.$eval("#error", (line) => line.checkVisibility()), false);
      // The box is being filled with a long text, which moves the button.
      await page.$eval("#example", (button) => button.click());
      await reading(page);
      assert.deepEqual(logged, []);
      await page.close();
    });

    test("work can be cancelled as soon as the beginning of the text is shown", async () => {
      const { page, logged } = await visit(both.browser, both.server.url);
      const outcome = await page.evaluate((text) => {
        const watch = new MutationObserver(() => {
          if (!document.querySelector("#article .entity")) return;
          watch.disconnect();
          document.getElementById("cancel").click();
        });
        watch.observe(document.getElementById("article"), { subtree: true, childList: true });
        return window.newsmark.annotate(text).then(
          () => "done",
          () => "cancelled",
        );
      }, EXAMPLE.repeat(400));
      assert.equal(outcome, "cancelled");
      assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), {
        state: "ready",
        view: "editing",
      });
      assert.deepEqual(logged, []);
      await page.close();
    });

    test("the beginning of a long text is shown before the rest, with the progress", async () => {
      const { page } = await visit(both.browser, both.server.url);
      const long = EXAMPLE.repeat(200);
      const seen = await page.evaluate(async (text) => {
        const shares = [];
        let early = 0;
        new MutationObserver(() => {
          const bar = document.getElementById("progress");
          if (bar.hasAttribute("value")) shares.push(bar.value);
          if (document.documentElement.dataset.state === "working" && window.newsmark.document)
            early = window.newsmark.document.entities.length;
        }).observe(document.documentElement, { subtree: true, attributes: true });
        await window.newsmark.annotate(text);
        return {
          shares,
          early,
          all: window.newsmark.document.entities.length,
          text: document.getElementById("article").textContent === text,
        };
      }, long);
      assert.ok(seen.early > 50 && seen.early < seen.all / 20, `${seen.early} of ${seen.all}`);
      assert.ok(
        seen.shares.length > 0 &&
          seen.shares.every((share, index) => share >= (seen.shares[index - 1] ?? 0) && share <= 1),
        seen.shares.join(" "),
      );
      assert.ok(seen.text);
      await page.close();
    });

    test("a long text cancelled after its beginning was shown returns to the box", async () => {
      await damaged(worker("if (event.data.text.length < 60000) real(event)"), async (page) => {
        const long = EXAMPLE.repeat(30);
        await drop(page, { name: "long.txt", text: long });
        await page.waitForSelector("html[data-state=working][data-view=reading]");
        // The bar moves while lines are inserted above it, so the mouse might miss it.
        await page.$eval("#cancel", (button) => /** @type {HTMLButtonElement} */ (button).click());
        await page.waitForSelector("html[data-state=ready][data-view=editing]");
        assert.equal(await page.$eval("#box", (box) => box.value), long);
        assert.equal(await page.evaluate(() => window.newsmark.document), null);
      });
    });

    const tooSlow = name === "webkit" && "WebKit takes more than a minute for a text of this length";
    test("a text too long to be laid out twice returns to the box unchanged when cancelled", {
      skip: tooSlow,
    }, async () => {
      const { page } = await visit(both.browser, both.server.url);
      const long = EXAMPLE.repeat(200);
      const seen = await page.evaluate((text) => {
        const box = /** @type {HTMLTextAreaElement} */ (document.getElementById("box"));
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text/plain", text);
        document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        const meanwhile = {
          state: document.documentElement.dataset.state,
          readOnly: box.readOnly,
          length: box.value.length,
        };
        document.getElementById("cancel").click();
        return meanwhile;
      }, long);
      assert.deepEqual(seen, { state: "working", readOnly: true, length: 0 });
      await page.waitForSelector("html[data-state=ready]");
      assert.ok(await page.$eval("#box", (box, text) => !box.readOnly && box.value === text, long));
      // Not with the mouse: the box is being laid out, and the button moves.
      await page.$eval("#annotate", (button) => button.click());
      await reading(page);
      await page.close();
    });

    test("a worker that crashes once is restarted without the user noticing", async () => {
      // The first one leaves a backup that the second one finds.
      await damaged(
        worker(
          `caches.has("broke").then((broke) => broke ? real(event) : caches.open("broke").then(() => setTimeout(() => { throw new Error("broken down") })));`,
        ),
        async (page) => {
          await page.click("#example");
          await reading(page);
          assert.equal(await page.$eval("#error", (line) => line.hidden), true);
          assert.equal(await page.evaluate(() => caches.delete("broke")), true);
        },
      );
    });

    test("a worker that crashes twice is reported, and the text stays", async () => {
      await damaged(worker(`throw new Error("broken down")`), async (page) => {
        await page.click("#example");
        assert.match(
          await errorShown(page),
          /^The annotator crashed twice on this text\. .* Your text is still in the box\.$/,
        );
        assert.equal(await page.$eval("#box", (box) => box.value), EXAMPLE);
      });
    });

    const MODEL = "engine/newsmark.model";
    /** @type {[string, (file: (name: string) => string) => Promise<void>, RegExp][]} */
    const FAULTS = [
      [
        "a model that is missing",
        (file) => rm(file(MODEL)),
        /The server could not deliver \/engine\/newsmark\.model \(status 404\)/,
      ],
      [
        "a truncated model",
        (file) => edited((bytes) => bytes.subarray(0, 50_000))(file(MODEL)),
        /model file is truncated/,
      ],
      [
        "a model with one wrong bit",
        (file) =>
          edited((bytes) => bytes.fill(bytes[bytes.length >> 1] ^ 1, bytes.length >> 1, (bytes.length >> 1) + 1))(
            file(MODEL),
          ),
        /checksum does not match/,
      ],
      [
        "a model of another version",
        (file) => edited((bytes) => bytes.fill(9, 8, 9))(file(MODEL)),
        /the model has format 9/,
      ],
      [
        "a truncated engine",
        (file) => edited((bytes) => bytes.subarray(0, 50_000))(file("engine/newsmark_bg.wasm")),
        /newsmark_bg\.wasm is damaged/,
      ],
      ["an engine without its script", (file) => rm(file("worker/worker.js")), /copy its whole folder again/],
    ];
    for (const [what, damage, sentence] of FAULTS) {
      test(`${what} is reported with advice`, async () => {
        await damaged(damage, async (page) => {
          const error = await errorShown(page);
          assert.match(error, /^The annotator could not be started\. .*Reload the page to try again\./);
          assert.match(error, sentence);
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

    for (const [what, script, sentence] of /** @type {const} */ ([
      [
        "without SIMD",
        "WebAssembly.validate = () => false;",
        /This browser is too old: it does not support WebAssembly SIMD\. Use .* or later/,
      ],
      [
        "without WebAssembly",
        "delete self.WebAssembly;",
        /WebAssembly is switched off in this browser.* Allow it for this page/,
      ],
    ])) {
      test(`a browser ${what} is reported`, async () => {
        const damage = (file) => edited((before) => `${script}\n${before}`)(file("worker/worker.js"));
        await damaged(damage, async (page) => assert.match(await errorShown(page), sentence));
      });
    }

    test("the engine loads whatever content type the server sends", async () => {
      const odd = http.createServer(async (request, response) => {
        const file = path.join(dist, request.url === "/" ? "index.html" : request.url);
        const body = await readFile(file).catch(() => null);
        const type =
          { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" }[path.extname(file)] ?? "text/plain";
        response.writeHead(body ? 200 : 404, { "content-type": type }).end(body);
      });
      await new Promise((resolve) => odd.listen(0, "127.0.0.1", () => resolve(null)));
      const { page } = await visit(both.browser, `http://localhost:${/** @type {any} */ (odd.address()).port}/`);
      await page.click("#example");
      await reading(page);
      await page.close();
      odd.closeAllConnections();
      odd.close();
    });

    const notBefore = name === "webkit" && "WebDriver cannot run anything before the page's own code";
    /** A page in a browser that is modified from the beginning. */
    const differently = async (change, use) => {
      const page = await both.browser.newPage();
      await page.evaluateOnNewDocument(change);
      await page.goto(both.server.url);
      await use(page);
      await page.close();
    };

    test("if the browser stores nothing, the page says so and works", { skip: notBefore }, async () => {
      await differently(
        () => {
          IDBFactory.prototype.open = () => {
            throw new DOMException("no", "SecurityError");
          };
        },
        async (page) => {
          assert.match(await noticeShown(page), /This browser does not allow the page to save anything/);
          await page.click("#example");
          await reading(page);
          // A reload does not close the tab, so its backup remains.
          await page.reload();
          await page.waitForFunction((text) => document.getElementById("article").textContent === text, WAIT, EXAMPLE);
          await page.click("#new");
          await page.waitForFunction(
            () => /Ferry Operator.* could not be saved/.test(document.getElementById("notices").textContent),
            WAIT,
          );
          await page.evaluate(() =>
            [...document.querySelectorAll("#notices button")].find((button) => button.textContent === "Reopen").click(),
          );
          await page.waitForFunction((text) => document.getElementById("article").textContent === text, WAIT, EXAMPLE);
        },
      );
    });

    test("if the storage is full, the page says so, works, and saves again once there is room", {
      skip: notBefore,
    }, async () => {
      await differently(
        () => {
          const put = IDBObjectStore.prototype.put;
          window.full = true;
          IDBObjectStore.prototype.put = function (/** @type {any} */ ...given) {
            if (window.full) throw new DOMException("no room", "QuotaExceededError");
            return put.apply(this, given);
          };
        },
        async (page) => {
          await page.type("#box", "Something");
          assert.match(await noticeShown(page), /storage is full.*Delete older articles/);
          await page.evaluate(() => (window.full = false));
          await page.type("#box", " else");
          await page.waitForFunction(() => document.getElementById("notices").textContent === "", WAIT);
          await page.waitForFunction(
            () => document.querySelector(".recent-title")?.textContent === "Something else",
            WAIT,
          );
        },
      );
    });

    /** What a newer version of the page would do with the storage. */
    const takeOver = (page) =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            indexedDB.open("newsmark", 99).onsuccess = (/** @type {any} */ { target }) => {
              target.result.close();
              resolve();
            };
          }),
      );

    test("a newer page in another tab takes over the storage; this one says so and works", async () => {
      const other = await serve(dist);
      const { page } = await visit(both.browser, other.url);
      await page.type("#box", "Something");
      await page.waitForFunction(() => document.querySelector(".recent-title"), WAIT);
      const newer = await both.browser.newPage();
      await newer.goto(`${other.url}icon.svg`);
      await takeOver(newer);
      await newer.close();
      assert.match(await noticeShown(page), /A newer version of Newsmark is open in another tab/);
      await page.bringToFront();
      await page.click("#example");
      await reading(page);
      await page.close();
      other.closeAllConnections();
      other.close();
    });

    test("storage of a newer version is left alone; the page says so and works", async () => {
      const page = await both.browser.newPage();
      const other = await serve(dist);
      await page.goto(`${other.url}icon.svg`);
      await takeOver(page);
      await page.goto(other.url);
      assert.match(await noticeShown(page), /A newer version of Newsmark has saved articles/);
      await page.click("#example");
      await reading(page);
      const version = await page.evaluate(
        async () => (await indexedDB.databases()).find(({ name }) => name === "newsmark").version,
      );
      assert.equal(version, 99);
      await page.close();
      other.closeAllConnections();
      other.close();
    });

    test("a reload during annotation leaves the text in the box", async () => {
      await damaged(worker(""), async (page) => {
        await page.click("#example");
        await page.waitForSelector("html[data-state=working]");
        await page.reload();
        await page.waitForFunction((text) => document.getElementById("box").value === text, WAIT, EXAMPLE);
      });
    });

    test("the page can connect only to its own origin, the one-file form to nothing at all", async () => {
      let requested = 0;
      const other = await serve(path.join(root, "www"));
      other.on("request", () => requested++);
      const one = pathToFileURL(path.join(dist, "newsmark.html")).href;
      for (const address of [both.server.url, one]) {
        const { page, logged } = await visit(both.browser, address);
        const outcome = await page.evaluate(
          (url) =>
            fetch(url, { mode: "no-cors" }).then(
              () => "connected",
              () => "refused",
            ),
          other.url,
        );
        assert.equal(outcome, "refused", address);
        if (name === "chromium") assert.match(logged.join("\n"), /Content Security Policy/);
        await page.close();
      }
      assert.equal(requested, 0);
      other.close();
    });

    test("an article is never parsed as markup", async () => {
      const { page, logged } = await visit(both.browser, both.server.url);
      const text = 'Title\n\n<img src=x onerror="alert(1)"> “<script>alert(2)</script>,” said <b>Ann Lee</b>.';
      await page.evaluate((text) => window.newsmark.annotate(text), text);
      assert.equal(await page.$eval("#article", (article) => article.textContent), text);
      assert.equal(await page.$("main :is(img, script, b)"), null);
      assert.deepEqual(logged, []);
      await page.close();
    });
  });
}
