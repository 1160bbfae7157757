// What the page has to do differently in WebKit, Safari's engine.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { EXAMPLE } from "../../www/import/example.js";
import { BROWSERS, served, visit, WAIT } from "./browsers.mjs";
import { annotated, textFiles } from "./desk.mjs";
import { give } from "./files.mjs";

describe("in WebKit", { skip: !BROWSERS.includes("webkit") }, () => {
  const both = served("webkit");
  let page;
  before(async () => {
    ({ page } = await visit(both.browser, both.server.url));
    await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), EXAMPLE);
  });

  test("each family has its own line below the words", async () => {
    const lines = await page.evaluate(() => {
      const found = {};
      for (const family of ["person", "organisation", "place", "group", "thing", "time"]) {
        for (const where of ["#article .entity", "#filters .sample", "#names .name"]) {
          const piece = document.querySelector(`${where}.${family}`);
          if (!piece) continue;
          const { textDecorationLine, textDecorationStyle, textDecorationThickness } = getComputedStyle(piece);
          found[`${where}.${family}`] = [textDecorationLine, textDecorationStyle, textDecorationThickness].join(" ");
        }
      }
      return found;
    });
    const expected = {
      person: "underline solid 2px",
      organisation: "underline double 1px",
      place: "underline dashed 2px",
      group: "underline dotted 3px",
      thing: "underline wavy 1.5px",
      time: "underline solid 1px",
    };
    assert.ok(Object.keys(lines).length > 9, JSON.stringify(lines));
    for (const [where, line] of Object.entries(lines)) assert.equal(line, expected[where.split(".").at(-1)], where);
  });

  test("several files and a table open as a collection, and all of it is annotated", async () => {
    const files = [
      ...textFiles(4, 2),
      { name: "a.csv", type: "", text: "title,text\nStorm,“It is over” said Ann Lee.\n" },
    ];
    await give(page, "drop", "body", { files });
    await page.waitForSelector("dialog.columns[open]", WAIT);
    await page.click("dialog.columns[open] button.primary");
    await annotated(page, 5);
    const shown = await page.$$eval("#desk-articles .virtual-row", (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent).join("|")),
    );
    assert.equal(shown.length, 5);
    assert.equal(shown[0], "Pier 0 of Tarnby Opens|||125|4|8");
    assert.equal(shown[4], "Storm|||6|1|1");
  });
});
