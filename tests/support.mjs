// Shared helpers for the JavaScript tests.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The npm package under test: the built one, unless NEWSMARK_PKG names another. */
export const pkg = path.resolve(root, process.env.NEWSMARK_PKG ?? "pkg");

/** The folder with the corpora, which may not be redistributed. */
export const shared = path.join(root, "..", "shared");

/**
 * Options for a test that needs ../shared. Without that folder the test is skipped, unless the environment forbids it.
 */
export function needsShared() {
  const must = process.env.CI === "true" || process.env.NEWSMARK_REQUIRE_SHARED === "1";
  return existsSync(shared) || must ? {} : { skip: "../shared is missing" };
}

/** The hand-annotated article, with offsets in code points. */
export function goldArticle() {
  return JSON.parse(readFileSync(path.join(shared, "articles", "defense-minister.gold.json"), "utf8"));
}

/** The command line under test: the built one, unless NEWSMARK names another. */
export const newsmark =
  process.env.NEWSMARK ?? path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, "target"), "release", "newsmark");

/**
 * The command line's documents of these texts, by name, with offsets in UTF-16 code units.
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
