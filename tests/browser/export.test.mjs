// Exporting from the page, by mouse and keyboard, in both forms of the page, and reading the files with other programs.

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { serve } from "../../scripts/serve.mjs";
import { GROUPS } from "../../www/generated/formats.js";
import { EXAMPLE } from "../../www/import/example.js";
import { BROWSERS, dist, launch, reading, visit } from "./browsers.mjs";
import { exported, keepFiles } from "./files.mjs";

const FORMATS = GROUPS.flatMap((group) => group.formats);
const WAIT = { timeout: 60_000, polling: 100 };

/** Text that is hard to count, and text that looks like markup. */
const HARD =
  "🎉 <b>Mayor</b> Quits & Leaves\r\n\r\n“We won 👩‍👩‍👧,” said Ame\u0301lie Lee of São Paulo 🇧🇷 on Tuesday, “and <img src=x onerror=alert(1)> we left.”\r\n\r\n" +
  "=1+1, said Bob Roe of Siemens. 🎉 Lee said that it began in 𝔅erlin.\r\n";

const annotate = (page, text) => page.evaluate((text) => window.newsmark.annotate(text).then(() => {}), text);
const announced = (page, pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.getElementById("announcement").textContent),
    WAIT,
    pattern.source,
  );

let server;
before(async () => (server = await serve(dist)));
after(() => server.close());

const FORMS = { hosted: () => server.url, "one file": () => pathToFileURL(path.join(dist, "newsmark.html")).href };

for (const name of BROWSERS) {
  for (const [form, address] of Object.entries(FORMS)) {
    describe(`exports, ${form} in ${name}`, () => {
      let browser, page, logged;
      before(async () => {
        browser = await launch(name);
        ({ page, logged } = await visit(browser, address()));
        await annotate(page, HARD);
        await reading(page);
        await keepFiles(page);
      });
      after(() => browser?.close());

      test("every format gives a file with a fitting name", async () => {
        const names = [];
        for (const { id } of FORMATS) {
          const { name, content } = await exported(page, id);
          names.push(name);
          assert.ok(content.length > 50, id);
        }
        assert.equal(new Set(names).size, FORMATS.length);
        for (const name of names) assert.match(name, /^b-Mayor-b-Quits-Leaves\.[\w.-]+$/);
        assert.equal(await page.$eval("#notices", (region) => region.textContent), "");
      });

      test("a Newsmark file contains the text, the model and the corrections", async () => {
        const { content } = await exported(page, "json");
        const file = JSON.parse(content);
        assert.equal(file.text, HARD);
        assert.match(file.model, /^[0-9a-f]{16}$/);
        assert.equal(file.offsets, "utf16");
        assert.deepEqual(file.document, await page.evaluate(() => window.newsmark.document));
        for (const { start, end, text } of file.document.entities) assert.equal(HARD.slice(start, end), text);
      });

      test("each format has offsets in its own unit", async () => {
        const points = [...HARD];
        for (const [id, slice] of /** @type {[string, (start: number, end: number) => string][]} */ ([
          ["w3c", (start, end) => points.slice(start, end).join("")],
          ["recogito", (start, end) => HARD.slice(start, end)],
        ])) {
          const annotations = JSON.parse((await exported(page, id)).content);
          assert.ok(annotations.length > 8);
          for (const { selector } of annotations.flatMap((one) => one.target)) {
            const [quote, position] = selector;
            assert.equal(slice(position.start, position.end), quote.exact, id);
          }
        }
      });

      test("the menu works by keyboard alone, and the result is announced", async () => {
        const focused = () => page.evaluate(() => document.activeElement.textContent);
        await page.focus("#export");
        await page.keyboard.press("Enter");
        assert.match(await focused(), /^Newsmark file/);
        await page.keyboard.press("ArrowUp");
        assert.match(await focused(), /^displaCy/);
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("t");
        assert.match(await focused(), /^TEI/);
        await page.keyboard.press("Home");
        await page.keyboard.press("End");
        await page.keyboard.press("Escape");
        assert.equal(await focused(), "Export");
        assert.equal(await page.$eval("#export", (button) => button.ariaExpanded), "false");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press(" ");
        await announced(page, /^Web page: saved as .*\.html\.$/);
        assert.equal(await focused(), "Export");
        assert.equal(await page.$eval("#export-menu", (menu) => menu.hidden), true);
      });

      test("a click outside the menu closes it", async () => {
        await page.click("#export");
        assert.equal(await page.$eval("#export-menu", (menu) => menu.hidden), false);
        await page.click(".brand");
        assert.equal(await page.$eval("#export-menu", (menu) => menu.hidden), true);
      });

      test("half of a surrogate pair does not break any export", async () => {
        await annotate(page, "“Yes \ud83d,” said Ann Lee.\udc00");
        for (const { id } of FORMATS) assert.ok((await exported(page, id)).content.length > 0, id);
        const { text } = JSON.parse((await exported(page, "json")).content);
        assert.equal(text, "“Yes \ufffd,” said Ann Lee.\ufffd");
      });

      test("nothing was logged to the console", () => assert.deepEqual(logged, []));
    });
  }
}

describe("exports, opened", () => {
  let browser, page, folder;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "newsmark-"));
    browser = await launch("chromium");
    ({ page } = await visit(browser, server.url));
  });
  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  test("the browser saves exactly this file", async () => {
    const session = await browser.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
    await annotate(page, HARD);
    await reading(page);
    await page.click("#export");
    await page.click("[data-format=json]");
    await announced(page, /saved as/);
    const name = "b-Mayor-b-Quits-Leaves.newsmark.json";
    while (!(await readdir(folder)).includes(name)) await new Promise((resolve) => setTimeout(resolve, 100));
    const file = JSON.parse(await readFile(path.join(folder, name), "utf8"));
    assert.equal(file.text, HARD);
  });

  test("the web page shows its highlights without scripts", async () => {
    await keepFiles(page);
    const { content } = await exported(page, "html");
    const file = path.join(folder, "page.html");
    await writeFile(file, content);
    const requested = [];
    const other = await browser.newPage();
    other.on("request", (request) => requested.push(request.url()));
    other.on("dialog", () => assert.fail("the page has run something"));
    await other.setJavaScriptEnabled(false);
    await other.goto(pathToFileURL(file).href);
    const text = await other.$eval("article", (article) => article.textContent);
    assert.equal(text.replaceAll(/\s+/g, ""), HARD.replaceAll(/\s+/g, ""));
    // The style sheet is the one that the page's policy allows.
    assert.equal(await other.$eval(".person", (mark) => getComputedStyle(mark).textDecorationStyle), "solid");
    assert.notEqual(await other.$eval(".said", (mark) => getComputedStyle(mark).backgroundColor), "rgba(0, 0, 0, 0)");
    assert.equal(
      await other.$eval("aside li a", (link) => document.getElementById(link.hash.slice(1)).className.split(" ")[0]),
      "said",
    );
    assert.deepEqual(
      requested.filter((url) => url !== pathToFileURL(file).href),
      [],
    );
    assert.equal(await other.$("article img"), null);
    await other.close();
  });

  test("Recogito highlights the same words", async () => {
    await keepFiles(page);
    const { content } = await exported(page, "recogito");
    const bundle = await build({
      stdin: {
        contents: 'export { createTextAnnotator, W3CTextFormat, reviveAnnotation } from "@recogito/text-annotator";',
        resolveDir: ".",
      },
      bundle: true,
      write: false,
      format: "iife",
      globalName: "recogito",
      logLevel: "warning",
      loader: { ".css": "empty" },
    });
    const other = await browser.newPage();
    await other.setContent("<!doctype html><div id='text' style='white-space: pre-wrap'></div>");
    await other.addScriptTag({ content: bundle.outputFiles[0].text });
    const seen = await other.evaluate(
      (text, annotations) => {
        const container = document.getElementById("text");
        container.textContent = text;
        const { createTextAnnotator, W3CTextFormat, reviveAnnotation } = window.recogito;
        const adapter = W3CTextFormat("urn:text");
        const annotator = createTextAnnotator(container, { adapter });
        annotator.setAnnotations(annotations);
        const words = annotations.map((one) => {
          const { parsed, error } = adapter.parse(one);
          if (error) throw error;
          return reviveAnnotation(parsed, container).target.selector.map(({ range }) => range.toString());
        });
        const bodies = annotations.map((one) =>
          adapter.parse(one).parsed.bodies.map(({ purpose, value }) => [purpose, value ?? null]),
        );
        return { back: annotator.getAnnotations(), words, bodies };
      },
      HARD,
      JSON.parse(content),
    );
    const annotations = JSON.parse(content);
    const targets = (all) =>
      all.flatMap((one) =>
        one.target.map(({ selector }) => selector.find((one) => one.type === "TextPositionSelector")),
      );
    assert.deepEqual(targets(seen.back), targets(annotations));
    assert.deepEqual(
      seen.words,
      annotations.map((one) => one.target.map(({ selector }) => selector[0].exact)),
    );
    assert.ok(seen.words.flat().includes("Ame\u0301lie Lee"));
    assert.ok(seen.bodies.flat().some(([purpose, value]) => purpose === "tagging" && value === "PERSON"));
    await other.close();
  });

  test("web annotations are applied to the open article, and require one", async () => {
    const TEXT = "🎉 “Yes,” said Ann Lee of Tarnby.";
    const at = (exact, ...body) => ({
      type: "Annotation",
      body,
      target: { source: "urn:x", selector: [{ type: "TextQuoteSelector", exact }] },
    });
    const tag = (value) => ({ type: "TextualBody", purpose: "tagging", value });
    const file = path.join(folder, "annotations.jsonld");
    await writeFile(
      file,
      JSON.stringify([
        at("Tarnby", tag("ORG")),
        at("nowhere", tag("ORG")),
        at("“Yes,”", tag("quotation"), { type: "TextualBody", purpose: "identifying", value: "Ann" }),
      ]),
    );
    const open = async () => (await page.$("#file")).uploadFile(file);
    await page.$eval("#new", (button) => button.click());
    await open();
    await page.waitForFunction(() => /article first/.test(document.getElementById("error").textContent), WAIT);
    await annotate(page, TEXT);
    await reading(page);
    await open();
    await page.waitForFunction(() => window.newsmark.document.entities.length === 1, WAIT);
    const { entities, quotes } = await page.evaluate(() => window.newsmark.document);
    assert.deepEqual(
      entities.map(({ text, type, start }) => [text, type, start]),
      [["Tarnby", "ORG", TEXT.indexOf("Tarnby")]],
    );
    assert.deepEqual(
      quotes.map(({ type, speaker_name, content }) => [type, speaker_name, TEXT.slice(...content[0])]),
      [["direct", "Ann", "“Yes,”"]],
    );
    assert.equal(
      await page.$eval("#notices .notice span", (line) => line.textContent),
      "Not imported: 1 annotation whose words are not in this article.",
    );
    assert.equal(await page.$eval("#article", (article) => article.textContent), TEXT);
  });

  test("an exported Newsmark file reopens unchanged, with its corrections", async () => {
    await annotate(page, HARD);
    await reading(page);
    await keepFiles(page);
    const file = JSON.parse((await exported(page, "json")).content);
    file.corrections = [{ do: "unmark", at: [file.found.entities[0].start, file.found.entities[0].end] }];
    const saved = path.join(folder, "saved.newsmark.json");
    await writeFile(saved, JSON.stringify(file));
    await page.$eval("#new", (button) => button.click());
    await (await page.$("#file")).uploadFile(saved);
    await reading(page);
    const again = JSON.parse((await exported(page, "json")).content);
    for (const key of ["text", "model", "found", "corrections", "future", "offsets", "title"])
      assert.deepEqual(again[key], file[key], key);
    assert.equal(again.document.entities.length, file.document.entities.length - 1);
  });

  test("exporting ten thousand annotations does not block the page", async () => {
    await annotate(page, EXAMPLE.repeat(150));
    assert.ok((await page.evaluate(() => window.newsmark.document.entities.length)) >= 10_000);
    await keepFiles(page);
    const longest = await page.evaluate(
      async (formats) => {
        // The longest time between two turns of the page's event loop, which is how long it is blocked.
        let last = performance.now();
        let longest = 0;
        const timer = setInterval(() => {
          longest = Math.max(longest, performance.now() - last);
          last = performance.now();
        }, 10);
        const started = performance.now();
        for (const format of formats) {
          const before = window.files.length;
          document.querySelector(`[data-format="${format}"]`).click();
          while (window.files.length === before) await new Promise((resolve) => setTimeout(resolve, 20));
        }
        clearInterval(timer);
        return { longest, all: performance.now() - started };
      },
      FORMATS.map(({ id }) => id),
    );
    console.log(
      `# ${FORMATS.length} exports of 10,000 marks: ${Math.round(longest.all)} ms, the page stopped for at most ${Math.round(longest.longest)} ms`,
    );
    assert.ok(longest.longest < longest.all / 2, JSON.stringify(longest));
  });
});
