// The page at different widths and in different colour schemes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { EXAMPLE } from "../../www/import/example.js";
import { reading, served, visit } from "./browsers.mjs";

const both = served();

for (const width of [320, 800, 1000, 1400]) {
  test(`nothing is cut off at ${width} px`, async () => {
    const { page } = await visit(both.browser, both.server.url, { width, height: 800 });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(await fits(), "editing");
    await page.evaluate((text) => window.newsmark.annotate(text), EXAMPLE);
    assert.ok(await fits(), "reading");
    // The speaker's name is shown once: in the margin where there is room, otherwise at the end of the quotation.
    const names = await page.evaluate(() => {
      const shown = [...document.querySelectorAll(".margin-name")].filter((note) => note.checkVisibility()).length;
      const inline = getComputedStyle(document.querySelector(".quote-end"), "::after").content !== "none";
      return { beside: shown > 0, inline };
    });
    assert.deepEqual(names, width >= 1248 ? { beside: true, inline: false } : { beside: false, inline: true });
    await page.close();
  });
}

test("colours follow the system, and forced colours keep the lines", async () => {
  const { page } = await visit(both.browser, both.server.url);
  await page.evaluate((text) => window.newsmark.annotate(text), EXAMPLE);
  const look = () =>
    page.$eval("#article .person", (piece) => {
      const style = getComputedStyle(piece);
      return {
        page: getComputedStyle(document.body).backgroundColor,
        line: style.textDecorationStyle,
        drawn: style.textDecorationLine,
      };
    });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  assert.deepEqual(await look(), { page: "rgb(255, 255, 255)", line: "solid", drawn: "underline" });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  assert.equal((await look()).page, "rgb(21, 23, 26)");
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  assert.equal((await look()).drawn, "underline");
  await page.close();
});

test("on a phone, the sheet does not cover what is being corrected, wherever it is", async () => {
  const { page } = await visit(both.browser, both.server.url, { width: 390, height: 664, hasTouch: true });
  await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), EXAMPLE);
  await reading(page);
  const names = await page.$$("#article .entity");
  for (const at of [0, Math.floor(names.length / 2), names.length - 1]) {
    for (const share of [0.1, 0.5, 0.85]) {
      await names[at].evaluate((name, share) => {
        scrollBy({ top: name.getBoundingClientRect().top - innerHeight * share, behavior: "instant" });
        name.click();
      }, share);
      await page.waitForSelector("#correcting:not([hidden])");
      const { sheet, name } = await names[at].evaluate((name) => {
        const [sheet, here] = [document.getElementById("correcting"), name].map((one) => one.getBoundingClientRect());
        return { sheet: [sheet.top, sheet.bottom], name: [here.top, here.bottom] };
      });
      const where = `name ${at} at ${share}: ${JSON.stringify({ sheet, name })}`;
      assert.ok(name[1] <= sheet[0] || name[0] >= sheet[1], where);
      assert.ok(name[0] >= 0 && name[1] <= 664, where);
      await page.keyboard.press("Escape");
    }
  }
  await page.close();
});
