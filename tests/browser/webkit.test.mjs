// What the page has to do differently in WebKit, Safari's engine.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { dist, launch, visit } from "./browsers.mjs";

describe("in WebKit", () => {
  let server, browser, page;
  before(async () => {
    server = await serve(dist);
    browser = await launch("webkit");
    ({ page } = await visit(browser, server.url));
    await page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), EXAMPLE);
  });
  after(async () => {
    await browser?.close();
    server?.close();
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
});
