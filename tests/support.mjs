// What the tests of the page and of the wasm build share.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The npm package that is tested: the one that was built, unless NEWSMARK_PKG names another. */
export const pkg = path.resolve(root, process.env.NEWSMARK_PKG ?? "pkg");

/** Where the data lies that is not the project's to give away. */
export const shared = path.join(root, "..", "shared");

/**
 * Options for a test that needs ../shared: it is skipped where that is absent, unless it must not be.
 */
export function needsShared() {
  const must = process.env.CI === "true" || process.env.NEWSMARK_REQUIRE_SHARED === "1";
  return existsSync(shared) || must ? {} : { skip: "../shared is not here" };
}

/** The article that was annotated by hand, with offsets in code points. */
export function goldArticle() {
  return JSON.parse(readFileSync(path.join(shared, "articles", "defense-minister.gold.json"), "utf8"));
}

/** The command line that is tested: the one that was built, unless NEWSMARK names another. */
export const newsmark =
  process.env.NEWSMARK ?? path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, "target"), "release", "newsmark");

/**
 * What the command line finds in these texts, by their names; offsets in UTF-16 units.
 * @param {Record<string, string>} texts
 */
export function native(texts) {
  const input = Object.entries(texts)
    .map(([id, text]) => JSON.stringify({ id, text }))
    .join("\n");
  const output = execFileSync(newsmark, ["annotate", "--jsonl", "--offsets", "utf16"], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const rows = output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return Object.fromEntries(rows.map(({ id, text, ...document }) => [id, document]));
}
