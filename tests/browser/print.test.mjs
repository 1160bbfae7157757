// The printed page, read from the PDF that the browser makes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { EXAMPLE } from "../../www/import/example.js";
import { reading, served, visit } from "./browsers.mjs";

const both = served();

/** The printed words, in reading order. */
function printed(pdf) {
  const text = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", "-", "-"], { input: pdf, encoding: "utf8" });
  return text.replace(/\s+/g, " ");
}

test("the printed page has the legend, the whole article with its speakers, and who said what", async () => {
  const { page } = await visit(both.browser, both.server.url);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await page.evaluate((text) => window.newsmark.annotate(text), EXAMPLE);
  await reading(page);
  // The current interaction is not printed.
  await page.focus("#names .entry");
  await page.keyboard.press("Enter");
  const text = printed(await page.pdf({ format: "A4", printBackground: true }));

  assert.match(text, /People Organisations Places .*Direct quotation Mixed quotation/);
  let at = 0;
  for (const word of EXAMPLE.match(/[\p{L}\p{N}]+/gu)) {
    const next = text.indexOf(word, at);
    assert.ok(next >= 0, `${word} is missing after ${text.slice(at - 60, at)}`);
    at = next + word.length;
  }
  const [, lists] = text.split("Who said what");
  const [quotations, names] = lists.split("Names");
  assert.match(
    quotations,
    /Helena Rebane chief executive, \d quotations, \d+ words .*“We will not put a single passenger on a ship/,
  );
  assert.match(names, /People .*Helena Rebane .*Organisations .*Saarlink/);
  for (const button of ["Edit text", "New article", "Export", "Find", "Shortcuts", "Most frequent", "Back to"])
    assert.ok(!text.includes(button), button);
  // Paper is white, and afterwards the screen is as before.
  assert.equal(await page.$eval("#print-lists", (paper) => paper.childElementCount), 0);
  await page.emulateMediaType("print");
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
  await page.close();
});

test("a long text is printed completely, even if its end was not highlighted yet", async () => {
  const { page } = await visit(both.browser, both.server.url);
  const text = Array.from({ length: 600 }, (_, i) => `“No ${i},” said Ann Lee of Paris.`).join("\n\n");
  await page.evaluate((text) => window.newsmark.annotate(text), text);
  const paper = printed(await page.pdf({ format: "A4" }));
  for (const words of ["“No 0,”", "“No 300,”", "“No 599,”"])
    assert.equal(paper.split(words).length, 3, `${words} in the article and in the list`);
  await page.close();
});
