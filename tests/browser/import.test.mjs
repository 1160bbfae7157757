// Importing: text pasted from web pages and word processors, dropped, or opened.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { BROWSERS, dist, launch, reading, shortcut, visit } from "./browsers.mjs";
import { drop, give } from "./files.mjs";

const LINES = [
  "Harbour Reopens",
  "“We are glad,” said Ann Lee.",
  "Bob Roe,\nwho owns a boat, stayed away.",
  "Three ferries\nTwo tugs",
];

/** A fragment of a web page: the article's words and what surrounds them. */
const WEB = `<meta charset="utf-8"><style>p { color: red }</style><nav><a href="/">Home</a></nav>
  <article><h1>Harbour <em>Reopens</em></h1>
  <div class="share-buttons"><button>Share</button> on every network</div>
  <p>“We are
  glad,” said <a href="x">Ann&nbsp;Lee</a>.<script>window.run = true</script></p>
  <p style="display: none">Subscribe!</p><aside>More stories</aside>
  <blockquote>Bob Roe,<br>who owns a boat, stayed away.</blockquote>
  <ul><li>Three ferries</li><li>Two tugs</li></ul>
  <img src="nowhere.png" onerror="window.run = true"><footer>© The Paper</footer></article>`;
const FROM_WEB = LINES.join("\n\n").replace("Ann Lee", "Ann\u00a0Lee");

/** As a word processor provides it: its own markup, with every paragraph a <p>. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0} --></style></head><body>
<!--StartFragment--><p class="MsoTitle"><span style="mso-fareast-language:EN">Harbour Reopens</span><o:p></o:p></p>
<p class="MsoNormal">“We are glad,” said Ann Lee.<o:p></o:p></p><!--EndFragment--></body></html>`;

const FILLER =
  "The harbour of Tarnby lies on the east coast, and the ferries that leave it carry people, cars, cattle and mail to the islands. ";
const PAGE = `<!doctype html><html><head><title>Harbour Reopens - The Paper</title><script>window.run = true</script></head><body>
  <header><nav><ul>${"<li><a href='#'>A section of the paper with a long name</a></li>".repeat(30)}</ul></nav></header>
  <main><div><h1>Harbour Reopens</h1><p>${FILLER.repeat(4)}</p><p>“We are glad,” said Ann Lee. ${FILLER.repeat(3)}</p><p>${FILLER.repeat(4)}</p></div></main>
  <div class="links">${"<p><a href='#'>Another story that nobody asked for, with a long headline</a></p>".repeat(30)}</div>
  <footer>All rights reserved</footer></body></html>`;

for (const name of BROWSERS) {
  describe(`import in ${name}`, () => {
    let server, browser, page, logged, requested;
    before(async () => {
      server = await serve(dist);
      browser = await launch(name);
      ({ page, logged, requested } = await visit(browser, server.url));
    });
    after(async () => {
      await browser?.close();
      server.close();
    });
    beforeEach(() => page.$eval("#new", (button) => button.click()));

    const shown = () => page.$eval("#article", (article) => article.textContent);
    const refusal = async () => {
      await page.waitForSelector("#error:not([hidden])");
      return page.$eval("#error", (line) => line.textContent);
    };
    const given = (kind, where, content) => give(page, kind, where, content);
    const dropped = (file) => drop(page, file);

    test("a fragment of a web page is copied and pasted with the keyboard", async () => {
      const other = await browser.newPage();
      const stretch =
        "<h2>Harbour Reopens</h2><p>“We are glad,” said <b>Ann Lee</b>.</p><p>Bob Roe,<br>who owns a boat, stayed away.</p><ul><li>Three ferries</li><li>Two tugs</li></ul>";
      await other.goto(`data:text/html;charset=utf-8,${encodeURIComponent(stretch)}`);
      await other.evaluate(() => getSelection().selectAllChildren(document.body));
      await shortcut(other, "c", "Copy");
      await other.close();
      await page.bringToFront();
      await page.focus("#box");
      await shortcut(page, "v", "Paste");
      await reading(page);
      // WebKit copies a space before a line break as a no-break space.
      assert.equal((await shown()).replaceAll("\u00a0", " "), LINES.join("\n\n"));
    });

    test("markup becomes lines, and what is not part of the article is left out", async () => {
      await given("paste", "#box", { data: { "text/plain": FROM_WEB, "text/html": WEB } });
      await reading(page);
      assert.equal(await shown(), FROM_WEB);
      assert.equal(await page.evaluate(() => "run" in window), false);
    });

    test("paragraphs from a word processor are kept", async () => {
      await given("paste", "#box", { data: { "text/plain": LINES.slice(0, 2).join("\r\n"), "text/html": WORD } });
      await reading(page);
      assert.equal(await shown(), LINES.slice(0, 2).join("\n\n"));
    });

    test("styled text without blocks is pasted as plain text", async () => {
      const plain = "A line,\r\n  and one that is indented.";
      await given("paste", "#box", {
        data: {
          "text/plain": plain,
          "text/html": "<div><span style='color:red'>A line,</span></div><div>and one</div>",
        },
      });
      await reading(page);
      assert.equal(await shown(), plain);
    });

    test("a paste goes where the cursor is, and undo reverts it", async () => {
      await page.type("#box", "Before. After.");
      for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowLeft");
      await given("paste", "#box", { data: { "text/plain": "Between. " } });
      await reading(page);
      assert.equal(await shown(), "Before. Between. After.");
      // Firefox and WebKit lose the undo history of a box that is hidden.
      if (name !== "chromium") return;
      await page.click("#edit");
      await page.focus("#box");
      await shortcut(page, "z", "Undo");
      assert.equal(await page.$eval("#box", (box) => box.value), "Before. After.");
    });

    test("a paste over a whole article starts a new one", async () => {
      await page.evaluate((text) => window.newsmark.annotate(text), "The First Story.");
      await page.click("#edit");
      await page.$eval("#box", (box) => box.select());
      await given("paste", "#box", { data: { "text/plain": "The Second Story." } });
      await page.waitForFunction(() => document.getElementById("article").textContent === "The Second Story.");
      await page.$eval("#new", (button) => button.click());
      await page.waitForFunction(() => {
        const titles = [...document.querySelectorAll(".recent-title")].map((title) => title.textContent);
        return titles.includes("The First Story.") && titles.includes("The Second Story.");
      });
    });

    test("a saved web page gives its article, not what surrounds it", async () => {
      await dropped({ name: "page.html", type: "text/html", text: PAGE });
      await reading(page);
      const text = await shown();
      assert.ok(text.startsWith("Harbour Reopens\n\nThe harbour of Tarnby"), text.slice(0, 80));
      assert.match(text, /“We are glad,” said Ann Lee/);
      assert.doesNotMatch(text, /Another story|A section|All rights|The Paper/);
      assert.equal(await page.evaluate(() => "run" in window), false);
    });

    test("Markdown loses its markup", async () => {
      const text =
        '---\ntitle: "Harbour Reopens"\ntags: [a]\n---\n\n“We are *glad*,” said [Ann Lee](https://example.org).\n\n- Three **ferries**\n- Two tugs\n\n<script>window.run = true</script>\n';
      await dropped({ name: "story.md", text });
      await reading(page);
      assert.equal(await shown(), `${LINES[0]}\n\n${LINES[1]}\n\n${LINES[3]}`);
      assert.equal(await page.evaluate(() => "run" in window), false);
    });

    test("files of word processors, mails and subtitles give their text", async () => {
      const rtf = "{\\rtf1\\ansi Harbour Reopens\\par Ann Lee was glad.\\par}";
      await dropped({ name: "story.rtf", text: rtf });
      await reading(page);
      assert.equal(await shown(), "Harbour Reopens\n\nAnn Lee was glad.");
      await page.$eval("#new", (button) => button.click());
      const mail =
        "From: Una Byrne <una@keld.example>\r\nSubject: Harbour Reopens\r\nDate: Thu, 12 Mar 2026 06:00:00 +0100\r\n\r\nAnn Lee was glad.\r\n";
      await dropped({ name: "story.eml", text: mail });
      await reading(page);
      assert.equal(await shown(), "Harbour Reopens\n\nAnn Lee was glad.");
      assert.equal(await page.$eval("#details-line", (line) => line.textContent), "By Una Byrne · 12 March 2026");
      await page.$eval("#new", (button) => button.click());
      await dropped({ name: "story.vtt", text: "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>We are\nglad.</v>\n" });
      await reading(page);
      assert.equal(await shown(), "Ann Lee: We are glad.");
    });

    test("a text file is read unchanged, line endings included", async () => {
      const text = "\ufeffTitle\r\n\r\n  “Yes,” said Ann *Lee*.\r\n";
      await dropped({ name: "story.txt", text });
      await reading(page);
      assert.equal(await shown(), text.slice(1));
    });

    test("a saved Newsmark file restores its annotations and corrections", async () => {
      await page.evaluate(() => window.newsmark.annotate("“Yes,” said Ann Lee."));
      const found = await page.evaluate(() => window.newsmark.document);
      const { start, end } = found.entities[0];
      const file = {
        format: "newsmark",
        version: 1,
        offsets: "utf16",
        text: "“Yes,” said Ann Lee.",
        found,
        corrections: [{ do: "rename", at: [start, end], name: "Ann B. Lee" }],
      };
      await page.click("#new");
      await dropped({ name: "saved.json", text: JSON.stringify(file) });
      await reading(page);
      assert.equal(await page.evaluate(() => window.newsmark.document.chains[0].name), "Ann B. Lee");
      // Other offset units: the text is annotated again.
      await page.click("#new");
      await dropped({ name: "saved.json", text: JSON.stringify({ ...file, offsets: "codepoints" }) });
      await reading(page);
      assert.equal(await page.evaluate(() => window.newsmark.document.entities[0].text), "Ann Lee");
      // Damaged annotations: the same, and the page says so.
      await page.click("#new");
      const damaged = { ...found, chains: [] };
      await dropped({ name: "saved.json", text: JSON.stringify({ ...file, found: damaged }) });
      await reading(page);
      assert.equal(await page.evaluate(() => window.newsmark.document.entities[0].text), "Ann Lee");
      assert.match(await page.$eval("#notices", (one) => one.textContent), /damaged: .* chain that is missing/);
    });

    test("what cannot be read is rejected with a message, and the text stays", async () => {
      const refusals = /** @type {[object, RegExp][]} */ ([
        [{ bytes: [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], name: "a.txt" }, /^This is an image/],
        [{ text: "%PDF-1.7 …" }, /^This is a PDF\..* paste it here\.$/],
        [{ bytes: [0x50, 0x4b, 3, 4, 20, 0], name: "a.xlsx" }, /^This is a compressed file/],
        [{ bytes: [0x50, 0x4b, 3, 4, 20, 0], name: "a.docx" }, /^This file is damaged/],
        [
          {
            bytes: Array(64)
              .fill(0)
              .map((_, i) => i % 3),
            name: "a.bin",
          },
          /^This is not a text file/,
        ],
        [{ text: " \n" }, /^This file is empty\.$/],
        [{ text: "{}", name: "a.newsmark.json" }, /^This file is JSON, but it is not a Newsmark file/],
        [{ text: "<html><script>1</script></html>", name: "a.html" }, /^This web page contains no text/],
        [{ text: JSON.stringify({ format: "newsmark", version: 9 }) }, /newer version/],
      ]);
      await page.type("#box", "A draft.");
      for (const [file, sentence] of refusals) {
        await page.$eval("#error", (line) => (line.hidden = true));
        await dropped(file);
        assert.match(await refusal(), sentence);
        assert.equal(await page.$eval("#box", (box) => box.value), "A draft.");
      }
      await given("drop", "body", {
        data: { "text/uri-list": "https://example.org/", "text/plain": "https://example.org/" },
      });
      assert.match(await refusal(), /^This is a link/);
    });

    test("a file that is far too long is rejected before it is read", async () => {
      const folder = await mkdtemp(path.join(tmpdir(), "newsmark-"));
      const file = path.join(folder, "long.txt");
      await writeFile(file, Buffer.alloc(40_000_000, "It rained. "));
      await (await page.$("#file")).uploadFile(file);
      assert.match(await refusal(), /^This file has 40 megabytes/);
      await rm(folder, { recursive: true });
    });

    test("the drop zone is shown while a file is dragged", async () => {
      const dropping = () => page.evaluate(() => document.documentElement.hasAttribute("data-drop"));
      const files = [{ name: "a.txt", type: "text/plain", text: "A." }];
      await given("dragenter", "body", { files });
      await given("dragenter", "#box", { files });
      await given("dragleave", "body", { files });
      assert.equal(await dropping(), true);
      await given("dragleave", "#box", { files });
      assert.equal(await dropping(), false);
    });

    test("nothing was executed, and nothing was requested from other hosts", () => {
      assert.deepEqual(logged, []);
      assert.deepEqual(
        requested.filter((url) => !url.startsWith(server.url)),
        [],
      );
    });
  });
}
