// What the page does when something goes wrong.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { root } from "../support.mjs";
import { dist, reading, served, visit } from "./browsers.mjs";

const both = served();

test("long work can be called off, and the next text is annotated", async () => {
  const { page, said } = await visit(both.browser, both.server.url);
  const outcome = page.evaluate(
    (text) => window.newsmark.annotate(text).then(() => "done", (error) => error.constructor.name),
    EXAMPLE.repeat(400),
  );
  await page.waitForSelector("html[data-state=working]");
  await page.evaluate(() => document.getElementById("cancel").click());
  assert.notEqual(await outcome, "done");
  await page.waitForSelector("html[data-state=ready][data-view=writing]");
  assert.equal(await page.$eval("#error", (line) => line.checkVisibility()), false);
  await page.click("#example");
  await reading(page);
  assert.deepEqual(said, []);
  await page.close();
});

test("an engine that cannot be loaded is told in a sentence", async () => {
  const page = await both.browser.newPage();
  // A page of which only the engine's files are missing.
  const bare = await serve(path.join(root, "www"));
  await page.goto(bare.url);
  await page.waitForSelector("html[data-state=error]");
  assert.match(await page.$eval("#error", (line) => line.innerText), /^The annotator could not be started: .+ try again\.$/);
  bare.close();
  await page.close();
});

test("the page may connect to nowhere but its own origin, the one file to nowhere at all", async () => {
  let asked = 0;
  const other = await serve(path.join(root, "www"));
  other.on("request", () => asked++);
  const one = pathToFileURL(path.join(dist, "newsmark.html")).href;
  for (const address of [both.server.url, one]) {
    const { page, said } = await visit(both.browser, address);
    const outcome = await page.evaluate((url) => fetch(url, { mode: "no-cors" }).then(() => "connected", () => "refused"), other.url);
    assert.equal(outcome, "refused", address);
    assert.match(said.join("\n"), /Content Security Policy/);
    await page.close();
  }
  assert.equal(asked, 0);
  other.close();
});

test("an article is never read as markup", async () => {
  const { page, said } = await visit(both.browser, both.server.url);
  const text = 'Title\n\n<img src=x onerror="alert(1)"> “<script>alert(2)</script>,” said <b>Ann Lee</b>.';
  await page.evaluate((text) => window.newsmark.annotate(text), text);
  assert.equal(await page.$eval("#article", (article) => article.textContent), text);
  assert.equal(await page.$("main :is(img, script, b)"), null);
  assert.deepEqual(said, []);
  await page.close();
});
