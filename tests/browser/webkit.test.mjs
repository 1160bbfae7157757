// What the page has to do differently in WebKit, Safari's engine.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { EXAMPLE } from "../../www/import/example.js";
import { dist, launch, visit } from "./browsers.mjs";
import { textFiles } from "./desk.mjs";

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

  test("several files and a table open as a collection, and all of it is annotated", async () => {
    const files = [
      ...textFiles(4, 2),
      { name: "a.csv", type: "", text: "title,text\nStorm,“It is over” said Ann Lee.\n" },
    ];
    await page.evaluate((files) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, text } of files) dataTransfer.items.add(new File([text], name, { type }));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    }, files);
    const rows = () =>
      page.evaluate(() => {
        /** @type {HTMLElement|null} */ (document.querySelector("dialog.columns[open] button.primary"))?.click();
        return [...document.querySelectorAll("#desk-articles .virtual-row")].map((row) =>
          [...row.children].map((cell) => cell.textContent).join("|"),
        );
      });
    let shown = await rows();
    while (shown.length < 5 || shown.some((row) => row.includes("waiting"))) shown = await rows();
    assert.equal(shown[0], "Pier 0 of Tarnby Opens|||125|4|8");
    assert.equal(shown[4], "Storm|||6|1|1");
  });
});
