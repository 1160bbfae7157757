// Texts for the measurements: our own sample articles, joined until they have the required length.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../tests/support.mjs";

export const words = (text) => text.split(/\s+/).filter(Boolean).length;

async function samples() {
  const lines = await readFile(path.join(root, "tests/data/sample.jsonl"), "utf8");
  return lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).text.trim());
}

/** Twelve different articles of 300 to 1,500 words. */
export async function articles() {
  const all = await samples();
  return all.map((_, first) => {
    const count = 2 + (first % 7);
    return Array.from({ length: count }, (_, k) => all[(first + k) % all.length]).join("\n\n");
  });
}

/** The paragraphs of all samples. */
export const sampleParagraphs = async () => (await samples()).flatMap((text) => text.split(/\n+/));

/**
 * One text with this number of words. The paragraphs of a repeated sample are in a different order each time, so that
 * the text does not repeat whole pages.
 * @param {number} wanted
 */
export async function longText(wanted) {
  const paragraphs = await sampleParagraphs();
  const out = [];
  for (let k = 0, have = 0; have < wanted; k++) {
    const turn = Math.floor(k / paragraphs.length);
    const next = paragraphs[(k * (2 * turn + 1) + turn) % paragraphs.length].split(/\s+/).slice(0, wanted - have);
    have += next.length;
    out.push(next.join(" "));
  }
  return out.join("\n");
}
