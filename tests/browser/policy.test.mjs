// Nothing leaves the page: its policies, their effect in the workers, and every request of a whole session, counted by
// a proxy that the browser has to use.

import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { GROUPS } from "../../www/generated/formats.js";
import { dist, launch, PUPPETEER, reading, ready, visit, WAIT } from "./browsers.mjs";
import { drop, exported, give, keepFiles } from "./files.mjs";

const ARTICLE = "Harbour Reopens\n\n“We are glad,” said Ann Lee, the mayor of Tarnby.";

/** A policy's directives with their sources. @param {string} file */
async function policyOf(file) {
  const html = await readFile(path.join(dist, file), "utf8");
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html);
  return Object.fromEntries(
    policy
      .split(";")
      .map((directive) => directive.trim().split(" "))
      .map(([name, ...sources]) => [name, sources]),
  );
}

describe("the policies", () => {
  for (const [file, own] of /** @type {const} */ ([
    ["index.html", ["'self'"]],
    ["newsmark.html", []],
  ])) {
    test(`${file} allows only the page's own resources, and no string as a script`, async () => {
      const {
        "default-src": other,
        "script-src": scripts,
        "style-src": styles,
        "connect-src": connect,
        "trusted-types": types,
        ...rest
      } = await policyOf(file);
      const isHash = (source) => /^'sha256-[\w+/]{43}='$/.test(source);
      assert.deepEqual(other, ["'none'"]);
      assert.deepEqual(scripts.filter((source) => !isHash(source)).sort(), [...own, "'wasm-unsafe-eval'"].sort());
      assert.deepEqual(
        styles.filter((source) => !isHash(source)),
        own,
      );
      assert.deepEqual(connect, own.length ? own : ["'none'"]);
      assert.deepEqual(rest["require-trusted-types-for"], ["'script'"]);
      assert.deepEqual(types, ["newsmark"]);
      for (const shut of ["base-uri", "form-action"]) assert.deepEqual(rest[shut], ["'none'"], shut);
      const sources = Object.entries(rest)
        .filter(([name]) => /-src$/.test(name))
        .flatMap(([, sources]) => sources);
      assert.deepEqual(
        sources.filter((source) => ![...own, "blob:", "data:"].includes(source)),
        [],
      );
    });
  }
});

for (const name of PUPPETEER) {
  describe(`nothing leaves the page in ${name}`, () => {
    /** What browsers request from their makers on their own, such as updates or form field types. */
    const MAKERS = /\.(google|googleapis|gvt1|gstatic|mozilla|firefox)\.(com|org|net):443$/;
    /** Every other request of the browser, from any source. @type {string[]} */
    const requested = [];
    let browser, server;
    before(async () => {
      server = await serve(dist);
      server.on("request", ({ url }) => requested.push(url));
      server.on("connect", ({ url }, socket) => {
        if (!MAKERS.test(url)) requested.push(url);
        socket.end();
      });
      const { port } = /** @type {any} */ (server.address());
      browser = await launch(name, {
        args: [`--proxy-server=127.0.0.1:${port}`, "--proxy-bypass-list=<-loopback>"],
        prefs: {
          "network.proxy.type": 1,
          "network.proxy.http": "127.0.0.1",
          "network.proxy.http_port": port,
          "network.proxy.ssl": "127.0.0.1",
          "network.proxy.ssl_port": port,
          "network.proxy.allow_hijacking_localhost": true,
          "network.proxy.no_proxies_on": "",
        },
      });
    });
    after(async () => {
      await browser?.close();
      server.closeAllConnections();
      server.close();
    });

    test("strings become markup or scripts only through the page's own policy", async () => {
      for (const address of [server.url, pathToFileURL(path.join(dist, "newsmark.html")).href]) {
        const { page } = await visit(browser, address);
        const outcomes = await page.evaluate(async () => {
          // Code that the driver itself evaluates is allowed to call eval().
          await new Promise((resolve) => setTimeout(resolve, 50));
          const tried = (act) => {
            try {
              act();
              return "done";
            } catch (error) {
              return error.name;
            }
          };
          return [
            () => (document.createElement("p").innerHTML = "<b>"),
            () => document.createElement("p").insertAdjacentHTML("beforeend", "<b>"),
            () => new DOMParser().parseFromString("<b>", "text/html"),
            () => document.write("<b>"),
            () => (document.createElement("script").text = "1"),
            () => new Worker("worker/worker.js"),
            // biome-ignore lint/security/noGlobalEval: the test is that the policy forbids it
            () => eval("1"),
            () => new Function("1"),
            () => setTimeout("1"),
            () => window.trustedTypes.createPolicy("another", /** @type {any} */ ({})),
            () => window.trustedTypes.createPolicy("newsmark", /** @type {any} */ ({})),
          ].map(tried);
        });
        assert.deepEqual(
          outcomes.filter((outcome) => !["TypeError", "EvalError"].includes(outcome)),
          [],
          `${address}: ${outcomes}`,
        );
        await page.close();
      }
    });

    test("a worker cannot connect anywhere else", async () => {
      const folder = await mkdtemp(path.join(tmpdir(), "newsmark-"));
      await cp(dist, folder, { recursive: true });
      const elsewhere = await serve(folder);
      const tampered = await serve(folder);
      let connected = 0;
      elsewhere.on("request", () => connected++);
      // What a malicious worker would do.
      const act = `fetch(${JSON.stringify(elsewhere.url)}, { mode: "no-cors" }).then(() => "connected", () => "refused").then((end) => new BroadcastChannel("ends").postMessage(end));`;
      for (const file of ["worker/worker.js", "export/worker.js"])
        await writeFile(path.join(folder, file), act + (await readFile(path.join(folder, file), "utf8")));
      // Bypasses the proxy, which serves only one folder.
      const direct = await launch(name);
      const page = await direct.newPage();
      await page.evaluateOnNewDocument(() => {
        window.ends = [];
        new BroadcastChannel("ends").onmessage = ({ data }) => window.ends.push(data);
      });
      await page.goto(tampered.url);
      await ready(page);
      await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), ARTICLE);
      await page.evaluate(() => document.querySelector("[data-format=html]").click());
      await page.waitForFunction(() => window.ends.length === 2, WAIT);
      assert.deepEqual(await page.evaluate(() => window.ends), ["refused", "refused"]);
      assert.equal(connected, 0);
      await direct.close();
      for (const one of [elsewhere, tampered]) {
        one.closeAllConnections();
        one.close();
      }
      await rm(folder, { recursive: true });
    });

    /** Does everything that can be done with an article. */
    const session = async (page) => {
      await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), ARTICLE);
      await reading(page);
      await keepFiles(page);
      for (const { id } of GROUPS.flatMap(({ formats }) => formats)) await exported(page, id);
      const saved = (await exported(page, "json")).content;
      const annotations = (await exported(page, "w3c")).content;
      for (const file of [
        {
          name: "a.html",
          text: `<!doctype html><title>A</title><p>${ARTICLE} <img src=http://elsewhere.invalid/x.png>`,
        },
        { name: "a.md", text: `# A\n\n${ARTICLE} ![x](http://elsewhere.invalid/x.png)` },
        { name: "a.newsmark.json", text: saved },
        { name: "a.jsonld", text: annotations },
      ]) {
        await drop(page, file);
        await page.waitForFunction(
          () => document.documentElement.dataset.state === "ready" && window.newsmark.document?.entities.length > 0,
          WAIT,
        );
      }
      await page.$eval("#new", (button) => button.click());
      await give(page, "paste", "#box", {
        data: {
          "text/plain": ARTICLE,
          "text/html": `<p>${ARTICLE}<link rel=stylesheet href=http://elsewhere.invalid/>`,
        },
      });
      await reading(page);
    };

    test("a whole session in the one-file form makes no request", async () => {
      requested.length = 0;
      const address = pathToFileURL(path.join(dist, "newsmark.html")).href;
      const { page, requested: opened } = await visit(browser, address);
      await session(page);
      await page.reload();
      await ready(page);
      await page.close();
      assert.deepEqual(requested, []);
      assert.deepEqual(
        opened.filter((url) => url !== address),
        [],
      );
    });

    test("every request of a whole session is for a file of the page's folder", async () => {
      requested.length = 0;
      const { page, logged, requested: opened } = await visit(browser, server.url);
      await session(page);
      await page.waitForFunction(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.state === "activated",
        WAIT,
      );
      await page.reload();
      await ready(page);
      await page.close();
      const again = (await visit(browser, server.url)).page;
      await session(again);
      await again.close();
      const files = (await readdir(dist, { recursive: true })).map((file) => server.url + file);
      const others = [...new Set(requested)].filter(
        (url) => ![...files, server.url, `${server.url}favicon.ico`].includes(url),
      );
      assert.deepEqual([...others, ...opened.filter((url) => !url.startsWith(server.url))], []);
      assert.ok(
        requested.includes(`${server.url}service-worker.js`),
        "the proxy sees what the service worker asks for",
      );
      assert.deepEqual(
        logged.filter((line) => !/Content.Security.Policy/.test(line)),
        [],
      );
    });
  });
}
