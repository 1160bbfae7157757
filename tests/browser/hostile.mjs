// biome-ignore-all lint/suspicious/noControlCharactersInRegex: the exported files are searched for them
// Hostile text in a Newsmark file, and what has become of it in every export.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { GROUPS } from "../../www/generated/formats.js";
import { exported } from "./files.mjs";
import { powers, trapped } from "./trap.mjs";

/** Letters, digits, hyphens, and a file extension. */
export const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,70}(\.[\w-]+){1,2}$/u;

/**
 * A Newsmark file with hostile text wherever it has words: every text is a name, a title and a quotation, and each name
 * is corrected to the next text.
 * @param {string[]} texts
 */
export function hostileFile(texts) {
  const file = {
    format: "newsmark",
    version: 1,
    offsets: "utf16",
    model: texts.join(" "),
    newsmark: texts[0],
    title: texts.join(" "),
    text: "",
    draft: null,
  };
  const found = { entities: [], chains: [], quotes: [], quoted_terms: [], sentences: [] };
  const corrections = [];
  const lost = [];
  for (const [id, name] of texts.entries()) {
    const place = (words) => {
      const start = file.text.length;
      file.text += words;
      return [start, file.text.length];
    };
    const quoted = place("“Yes,”");
    place(" ");
    const cue = place("said");
    place(" ");
    const [start, end] = place(name);
    place(".\n\n");
    found.entities.push({ id, start, end, type: "PERSON", text: name, chain: id, confidence: 0.9 });
    found.chains.push({
      id,
      type: "PERSON",
      name,
      titles: [{ start, end, text: name }],
      mentions: [{ start, end, kind: "name" }],
    });
    const quote = {
      type: "direct",
      content: [quoted],
      quoted: [quoted],
      cue: [cue],
      speaker: [[start, end]],
      speaker_name: name,
      speaker_chain: id,
      confidence: 0.9,
      why: name,
    };
    found.quotes.push({ id, ...quote });
    found.sentences.push([quoted[0], end]);
    const next = texts[(id + 1) % texts.length];
    corrections.push({ do: "speaker", at: quoted, who: next });
    if (id % 4 === 0) corrections.push({ do: "rename", at: [start, end], name: next });
    lost.push({ correction: { do: "unmark", at: [0, name.length] }, passages: [name] });
  }
  return { ...file, found, document: found, corrections, future: corrections.slice(0, 3), lost };
}

/**
 * Makes every export of what the page shows, and opens those that a browser can open.
 * @param {import("puppeteer-core").Page} page after keepFiles()
 * @param {string} folder for the files
 * @param {string} text the article
 */
export async function opened(page, folder, text) {
  for (const { id } of GROUPS.flatMap(({ formats }) => formats)) {
    const { name, content, bytes } = await exported(page, id);
    assert.match(name, FILE_NAME, id);
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    const other = await page.browser().newPage();
    const url = pathToFileURL(file).href;
    const caught = await trapped(other, (requested) => requested.split("#")[0] === url);
    // A browser does not open the other formats, or shows them as plain text.
    if (/\.(html|xml)$/.test(name)) await other.goto(url);
    await CHECKS[id]?.({ other, content, bytes, text });
    assert.deepEqual(caught, [], id);
    await other.close();
  }
}

/** Without line breaks (U+0085 is one), which become elements there, and without what XML cannot represent. */
const bare = (text) => text.replaceAll(/[\s\u0000-\u001f\u0085\ufffd\ufffe\uffff]+/gu, "");

/** @type {Record<string, (made: {other: import("puppeteer-core").Page, content: string, bytes: Buffer, text: string}) => unknown>} */
const CHECKS = {
  json: ({ content, text }) => assert.equal(JSON.parse(content).text, text),

  async html({ other, text }) {
    assert.equal(bare(await other.$eval("article", (article) => article.textContent)), bare(text));
    for (const link of (await other.$$("aside a")).slice(0, 5)) await link.evaluate((link) => link.click());
    const inPage = await powers(other);
    assert.equal(
      inPage.filter((one) => !/^<(meta (charset|http-equiv="Content-Security-Policy"|name)|style>)/.test(one)).length,
      0,
      inPage.join("\n"),
    );
    assert.equal(await other.$$eval("style", (styles) => styles.length), 1);
  },

  async tei({ other, content, text }) {
    await other.goto("about:blank");
    const read = await other.evaluate((xml) => {
      const tei = new DOMParser().parseFromString(xml, "application/xml");
      const foreign = [...tei.querySelectorAll("*")].filter(
        ({ namespaceURI }) => namespaceURI !== "http://www.tei-c.org/ns/1.0",
      );
      const odd = [...tei.childNodes].filter(({ nodeType }) => nodeType !== Node.ELEMENT_NODE);
      return {
        root: tei.documentElement.nodeName,
        foreign: foreign.length + odd.length,
        text: tei.querySelector("body").textContent,
      };
    }, content);
    assert.deepEqual({ ...read, text: bare(read.text) }, { root: "TEI", foreign: 0, text: bare(text) });
  },

  "csv-quotes": ({ content }) => harmlessCells(content),
  "csv-entities": ({ content }) => harmlessCells(content),

  brat({ bytes }) {
    const names = [...bytes.toString("latin1").matchAll(/PK\x01\x02[\s\S]{24}([\s\S]{2})[\s\S]{16}/g)].map((header) => {
      const from = header.index + 46;
      return bytes.subarray(from, from + Buffer.from(header[1], "latin1").readUInt16LE()).toString("utf8");
    });
    assert.equal(names.length, 3);
    for (const name of names) assert.match(name, /^[\p{L}\p{N}-]+\.(txt|ann|conf)$/u);
  },
};

/** No cell of a table starts like something that a spreadsheet would execute. @param {string} csv */
function harmlessCells(csv) {
  const cells = [...csv.replace("\ufeff", "").matchAll(/"((?:[^"]|"")*)"|[^",\r\n]+/g)].map(
    ([cell, quoted]) => quoted ?? cell,
  );
  assert.ok(cells.length > 8);
  assert.deepEqual(
    cells.filter((cell) => /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)),
    [],
  );
}
