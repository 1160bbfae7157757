// The npm package, installed from its tarball, in Chromium. The same script runs on a page without a bundler, built by
// Vite, and on Vite's development server.

import assert from "node:assert/strict";
import { cp, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { after, before, test } from "node:test";
import { build, createServer } from "vite";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { launch } from "../browser/browsers.mjs";
import { native } from "../support.mjs";
import { install } from "./installed.mjs";

/** The minimum that a policy has to allow, according to the README. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

/** @param {string} newsmark how the page imports the package */
const script = (newsmark) => `import { annotate, createAnnotator, exportAs } from "${newsmark}";\n${USE}`;

/** What a page does with the package. */
const USE = `
const text = ${JSON.stringify(EXAMPLE)};
const annotator = createAnnotator();
const message = (promise) => promise.then(() => "done", (error) => error.name + ": " + error.message);

async function results() {
  await annotator.ready();
  const cancelled = new AbortController();
  const running = message(annotator.annotate(text.repeat(300), cancelled));
  await new Promise((resolve) => setTimeout(resolve));
  cancelled.abort();
  const document = await annotate(text);
  return {
    here: document,
    worker: await annotator.annotate(text),
    cancelled: await running,
    exported: new TextDecoder().decode((await exportAs("csv-quotes", { text, document })).bytes),
  };
}
results().then(
  (results) => (window.results = results),
  (error) => (window.results = { error: String(error.stack) }),
);
`;

/** @param {string} source the page's script, after the package's classic one, if that has an address */
const html = (source, policy = "", classic = "") => `<!doctype html>
<meta charset="utf-8">${policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`}
<title>Newsmark</title>
${classic && `<script src="${classic}"></script>`}
<script ${classic ? "" : 'type="module" '}src="${source}"></script>
`;

let installed, browser, expected;
before(async () => {
  expected = native({ example: EXAMPLE }).example;
  [installed, browser] = await Promise.all([install(), launch("chromium")]);
});
after(async () => {
  await browser?.close();
  await installed?.remove();
});

/** Opens the page and checks the results of the script. */
async function check(url) {
  const page = await browser.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(url);
  await page.waitForFunction("window.results", { timeout: 120_000 }).catch((error) => {
    throw new Error(`${error.message}; the page said: ${said.join("\n")}`);
  });
  const { here, worker, cancelled, exported, error } = await page.evaluate("window.results");
  await page.close();
  assert.equal(error, undefined);
  assert.deepEqual(here, expected);
  assert.deepEqual(worker, expected);
  assert.match(cancelled, /^AbortError: /);
  assert.match(exported, /Helena Rebane/);
}

/** A folder with a page whose script imports the package as `newsmark`. */
async function site(name, newsmark, policy) {
  const folder = path.join(installed.folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "app.js"), script(newsmark));
  await writeFile(path.join(folder, "index.html"), html("./app.js", policy));
  return folder;
}

test("a page without a bundler, with the package in its folder and a strict policy", async () => {
  const folder = await site("plain", "./newsmark/index.js", POLICY);
  const home = path.join(installed.folder, "node_modules", "newsmark");
  await rename(home, path.join(folder, "newsmark"));
  const server = await serve(folder);
  try {
    await check(server.url);
  } finally {
    server.close();
    await rename(path.join(folder, "newsmark"), home);
  }
});

/** The installed package on a server of its own, whose files other origins may read. */
async function cdn() {
  const home = path.join(installed.folder, "node_modules", "newsmark");
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = http.createServer(async ({ url }, response) => {
    const file = path.join(home, new URL(url, "http://cdn").pathname);
    const bytes = await readFile(file).catch(() => null);
    const type = types[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(bytes ? 200 : 404, { "access-control-allow-origin": "*", "content-type": type }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** The policy for a CDN, according to the README. @param {string} origin */
const policyFor = (origin) =>
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${origin}; worker-src 'self' blob: ${origin}; connect-src 'self' ${origin}`;

test("a page with the package from another origin", async () => {
  const other = await cdn();
  const folder = await site("foreign", `${other.url}index.js`, policyFor(other.url));
  const server = await serve(folder);
  try {
    await check(server.url);
  } finally {
    server.close();
    other.close();
  }
});

test("a page with the classic script, of its own origin and of another", async () => {
  const other = await cdn();
  const home = path.join(installed.folder, "node_modules", "newsmark");
  const folder = path.join(installed.folder, "classic");
  await mkdir(folder, { recursive: true });
  await cp(home, path.join(folder, "newsmark"), { recursive: true });
  // In a function, because what a classic script declares is global.
  const use = `(() => {\nconst { annotate, createAnnotator, exportAs } = newsmark;\n${USE}})();`;
  await writeFile(path.join(folder, "app.js"), use);
  await writeFile(path.join(folder, "index.html"), html("./app.js", POLICY, "./newsmark/newsmark.min.js"));
  const foreign = html("./app.js", policyFor(other.url), `${other.url}newsmark.min.js`);
  await writeFile(path.join(folder, "foreign.html"), foreign);
  const server = await serve(folder);
  try {
    await check(server.url);
    await check(`${server.url}foreign.html`);
  } finally {
    server.close();
    other.close();
  }
});

test("a page built by Vite", async () => {
  const root = await site("built", "newsmark", POLICY);
  await build({ root, configFile: false, base: "./", logLevel: "warn", build: { outDir: "out", target: "es2022" } });
  // In a subfolder, as on a site with other pages.
  const server = await serve(root);
  try {
    await check(`${server.url}out/`);
  } finally {
    server.close();
  }
});

test("Vite's development server, with the README's configuration", async () => {
  const root = await site("developed", "newsmark");
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "warn",
    optimizeDeps: { exclude: ["newsmark"] },
    server: { host: "127.0.0.1", port: 0, hmr: false },
  });
  try {
    await server.listen();
    await check(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
});
