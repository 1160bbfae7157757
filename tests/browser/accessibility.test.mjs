// What a screen reader gets: names and roles in the accessibility trees of three engines.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { BROWSERS, dist, launch, reading, visit } from "./browsers.mjs";

const TEXT = `Harbour Bridge Delayed

The Swedish minister Ann Lee spoke in Stockholm on Monday. “We will pay for the bridge,” Lee said.

“No,” said Bob Roe. Lee left.`;

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

for (const name of BROWSERS) {
  describe(`the accessibility tree in ${name}`, () => {
    let browser, page;
    before(async () => {
      browser = await launch(name);
      ({ page } = await visit(browser, server.url));
      await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), TEXT);
      await reading(page);
    });
    after(() => browser?.close());

    test("names and quotations have roles and names", async () => {
      if (name === "webkit") {
        const lee = await page.$("#article .person");
        assert.deepEqual(await lee.spoken(), { role: "button", label: "Ann Lee, person, sure" });
        const said = await page.$("#article .quotation");
        assert.deepEqual(await said.spoken(), { role: "blockquote", label: "quotation, Ann Lee" });
      } else {
        for (const selector of [
          '::-p-aria([name="Ann Lee, person, sure"][role="button"])',
          '::-p-aria([name="quotation, Ann Lee"][role="blockquote"])',
          '::-p-aria([name="quotation, Bob Roe"][role="blockquote"])',
          '::-p-aria([name="Names and quotations"][role="heading"])',
          '::-p-aria([name="People"][role="heading"])',
        ])
          assert.ok(await page.$(selector), selector);
      }
      // Orca says the role of a block quotation and not its name. A tooltip that differs from the name would be said too.
      const said = await page.$eval("#article .quotation", (one) => one.ariaRoleDescription);
      assert.equal(said, "quotation, Ann Lee");
      const titles = await page.$$eval("#article [role=button]", (all) =>
        all.every((one) => one.title === one.ariaLabel),
      );
      assert.ok(titles);
      // The article can still be read as text.
      assert.equal(await page.$eval("#article", (article) => article.textContent), TEXT);
      const keys = await page.$eval(
        "#article",
        (one) => document.getElementById(one.getAttribute("aria-describedby")).textContent,
      );
      assert.match(keys, /arrow keys/);
    });

    test("a name in the list leads to that name, and the next key corrects it", async () => {
      // Her first mention begins with another name.
      const first = await page.evaluate(() => {
        const { chains } = window.newsmark.document;
        const { mentions } = chains.find(({ name }) => name === "Ann Lee");
        return mentions.map(({ start, end }) => document.getElementById("article").textContent.slice(start, end));
      });
      const row = await page.waitForSelector('::-p-xpath(//*[@id="names"]//button[.//span[text()="Ann Lee"]])');
      for (const _ of first) {
        await row.focus();
        await page.keyboard.press("Enter");
        const focused = await page.evaluate(() => document.activeElement.textContent);
        assert.doesNotMatch(focused, /Swedish/);
      }
      await page.focus("#article");
      await page.keyboard.press("ArrowRight");
      for (let i = 0; i < 20 && (await page.evaluate(() => document.activeElement.textContent)) !== "Bob Roe"; i++)
        await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#correcting:not([hidden])");
      assert.equal(await page.$eval("#correcting", (box) => box.ariaLabel), "Correct “Bob Roe”, person");
      await page.keyboard.press("Escape");
    });
  });
}
