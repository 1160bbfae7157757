// Newsmark against what people would use instead in a browser, in one page of one Chromium, in turns.
//
//     node bench/run.mjs [--rounds N] [--json FILE]

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { serve } from "../scripts/serve.mjs";
import { launch } from "../tests/browser/browsers.mjs";
import { articles, longText, words } from "./articles.mjs";
import { exponent, shown, spread } from "./figures.mjs";
import { makeSite } from "./site.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "15" }, json: { type: "string" } } });
const rounds = Number(values.rounds);

const server = await serve(await makeSite());
const browser = await launch("chromium");
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(server.url);
  await page.evaluate(() => window.ready);
  const figures = { ...(await throughput(page)), ...(await growth(page)) };
  if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await browser.close();
  server.close();
}

async function throughput(page) {
  const texts = await articles();
  const count = texts.reduce((n, text) => n + words(text), 0);
  const times = await page.evaluate((texts, rounds) => window.race(texts, rounds), texts, rounds);
  console.log(`Words a second in Chromium: ${texts.length} articles, ${count} words, ${rounds} rounds, median (quartiles)`);
  for (const [name, of] of Object.entries(times)) {
    console.log(`  ${name.padEnd(12)} ${shown(spread(of.map((ms) => (1000 * count) / ms)), 0)}`);
  }
  const ratio = (other) => spread(times[other].map((ms, round) => ms / times.newsmark[round]));
  const figures = { compromise: ratio("compromise"), wink: ratio("wink") };
  for (const [name, of] of Object.entries(figures)) console.log(`  Newsmark is ${shown(of)} times as fast as ${name}`);
  return figures;
}

async function growth(page) {
  const sizes = [1_000, 10_000, 100_000, 1_000_000];
  const times = [];
  for (const size of sizes) {
    const { newsmark } = await page.evaluate((texts, rounds) => window.race(texts, rounds, ["newsmark"]), [await longText(size)], size > 10_000 ? 1 : 9);
    times.push(spread(newsmark).median);
  }
  const slope = exponent(sizes, times);
  console.log("Time for one text, Newsmark");
  sizes.forEach((size, k) => console.log(`  ${size.toLocaleString("en").padStart(9)} words  ${shown({ median: times[k], low: times[k], high: times[k] }, 0).split(" ")[0]} ms`));
  console.log(`  grows with the words to the power of ${slope.toFixed(3)}`);
  return { growth: slope };
}
