// A text in another script gets a notice about what to expect.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { dist, launch, WAIT } from "./browsers.mjs";

let browser, server;
before(async () => {
  browser = await launch("chromium");
  server = await serve(dist);
});
after(async () => {
  await browser?.close();
  server?.close();
});

test("the notice appears with a text in another script and disappears with it", async () => {
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForSelector("html[data-state=ready]", WAIT);
  const notices = () => page.$eval("#notices", (region) => region.textContent ?? "");
  await page.evaluate(() => window.newsmark.annotate("قال الوزير يوم الثلاثاء إن المدينة آمنة."));
  await page.waitForFunction(() => /another script/.test(document.getElementById("notices")?.textContent ?? ""), WAIT);
  await page.evaluate(() => window.newsmark.annotate("“We will not sail,” said Helena Rebane."));
  await page.waitForFunction(
    () => window.newsmark.document?.entities.some(({ text }) => text === "Helena Rebane"),
    WAIT,
  );
  assert.doesNotMatch(await notices(), /another script/);
  await page.close();
});
