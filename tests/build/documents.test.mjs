// The documents point only to files and headings that exist.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { root } from "../support.mjs";

const documents = [".", "docs", "model", "npm", "python", "training"].flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join(folder, name)),
);
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !/^(\.|dist$|pkg$|target$|node_modules$)/.test(entry.name))
  .map((entry) => entry.name);

/** A document without its code blocks. */
const prose = (document) =>
  readFileSync(path.join(root, document), "utf8")
    .replace(/^```.*?^```/gms, "")
    .replace(/^ {4}.*$/gm, "");

/** The anchors of a document's headings, as GitHub and others derive them. */
const anchors = (document) =>
  [...prose(document).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, "")
      .replaceAll(" ", "-"),
  );

test("every link between the documents leads to a file and a heading that exist", () => {
  const links = documents.flatMap((document) =>
    [...prose(document).matchAll(/\]\((?![a-z]+:)([^)#]*)(?:#([^)]*))?\)/g)].map(([, file, anchor]) => ({
      document,
      target: file ? path.join(path.dirname(document), file) : document,
      anchor,
    })),
  );
  assert.ok(links.length > 20, "the documents link to each other");
  for (const { document, target, anchor } of links) {
    assert.ok(existsSync(path.join(root, target)), `${document} links to ${target}`);
    if (anchor) assert.ok(anchors(target).includes(anchor), `${document} links to ${target}#${anchor}`);
  }
});

test("every file that the documents name exists", () => {
  const named = documents.flatMap((document) =>
    [...prose(document).matchAll(/`([\w.-]+(?:\/[\w.-]+)+\/?)`/g)]
      .map(([, file]) => ({ document, file }))
      .filter(({ file }) => folders.includes(file.split("/")[0])),
  );
  assert.ok(named.length > 20, "the documents name files");
  for (const { document, file } of named) {
    const places = [root, path.dirname(path.join(root, document))];
    assert.ok(
      places.some((place) => existsSync(path.join(place, file))),
      `${document} names ${file}`,
    );
  }
});
