// Measures Newsmark against the alternatives for a browser. They take turns in one Chromium.
//
//     node bench/run.mjs [--rounds N] [--json FILE] [--short] [--check]
//
// --short takes half a minute and measures what a code change is most likely to make worse. --check fails if a figure
// is outside the bounds of bench/expected.json. The bounds let ratios fall by two fifths, because machines may be busy
// with other work, and let sizes grow by a fiftieth. Without the AVX-VNNI instructions, which browsers use for relaxed
// SIMD, the engine computes about 0.6 times as fast, so that its bound is lower ("leastWithoutVnni").

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "../scripts/serve.mjs";
import { launch } from "../tests/browser/browsers.mjs";
import { root } from "../tests/support.mjs";
import { articles, longText, words } from "./articles.mjs";
import { exponent, shown, spread } from "./figures.mjs";
import { makeSite } from "./site.mjs";
import { brotli, memory, visit } from "./visits.mjs";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    json: { type: "string" },
    short: { type: "boolean" },
    check: { type: "boolean" },
  },
});
const rounds = Number(values.rounds);

/** A remote server that does not compress: bytes per second, and milliseconds. */
const FAR = { download: 20e6 / 8, upload: 5e6 / 8, latency: 40 };

const site = await makeSite();
const server = await serve(site);
const hosted = new URL("newsmark/", server.url).href;
const compared = new URL("compromise.html", server.url).href;
const oneFile = pathToFileURL(path.join(site, "newsmark/newsmark.html")).href;
const figures = {};
try {
  for (const measure of values.short
    ? [throughput, edits, wire]
    : [throughput, edits, growth, firstMarks, wire, longTexts, memories]) {
    const browser = await launch("chromium");
    try {
      Object.assign(figures, await measure(browser));
    } finally {
      await browser.close();
    }
  }
} finally {
  server.close();
}
if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
if (values.check) check(JSON.parse(await readFile(path.join(root, "bench/expected.json"), "utf8")), await hasVnni());

/** Whether the processor has AVX-VNNI; where the system does not tell, it is taken not to. */
async function hasVnni() {
  return /\bavx_vnni\b/.test(await readFile("/proc/cpuinfo", "utf8").catch(() => ""));
}

/** Compares the figures with their bounds, "least" and "most", which include the margin. */
function check(expected, vnni) {
  for (const [name, bounds] of Object.entries(expected)) {
    if (!(name in figures)) continue;
    const { most = Infinity } = bounds;
    const least = (vnni ? undefined : bounds.leastWithoutVnni) ?? bounds.least ?? -Infinity;
    const figure = figures[name].median ?? figures[name];
    const kept = figure >= least && figure <= most;
    console.log(
      `${kept ? "✓" : "✗"} ${name}: ${figure.toFixed(2)}, allowed ${least > -Infinity ? `from ${least}` : `up to ${most}`}`,
    );
    if (!kept) process.exitCode = 1;
  }
}

async function raceTrack(browser) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(server.url);
  await page.evaluate(() => window.ready);
  return page;
}

async function throughput(browser) {
  const page = await raceTrack(browser);
  const texts = await articles();
  const count = texts.reduce((n, text) => n + words(text), 0);
  const times = await page.evaluate((texts, rounds) => window.race(texts, rounds), texts, rounds);
  console.log(
    `Words per second in Chromium: ${texts.length} articles, ${count} words, ${rounds} rounds, median (quartiles)`,
  );
  for (const [name, of] of Object.entries(times)) {
    console.log(`  ${name.padEnd(12)} ${shown(spread(of.map((ms) => (1000 * count) / ms)), 0)}`);
  }
  const ratio = (other) => spread(times[other].map((ms, round) => ms / times.newsmark[round]));
  const figures = { compromise: ratio("compromise"), wink: ratio("wink") };
  for (const [name, of] of Object.entries(figures)) console.log(`  Newsmark is ${shown(of)} times as fast as ${name}`);
  return figures;
}

/** One edited sentence in the middle of an article of 5,000 words. */
async function edits(browser) {
  const page = await raceTrack(browser);
  const times = await page.evaluate((text, rounds) => window.edits(text, rounds), await longText(5_000), 2 * rounds);
  const ratio = spread(times.map(({ anew, revised }) => revised / anew));
  console.log(`One edited sentence in 5,000 words takes ${shown(ratio)} of the time for the whole text`);
  return { edit: ratio };
}

async function growth(browser) {
  const page = await raceTrack(browser);
  const sizes = [1_000, 10_000, 100_000, 1_000_000];
  const times = [];
  for (const size of sizes) {
    const { newsmark } = await page.evaluate(
      (texts, rounds) => window.race(texts, rounds, ["newsmark"]),
      [await longText(size)],
      size > 10_000 ? 1 : 9,
    );
    times.push(spread(newsmark).median);
  }
  const slope = exponent(sizes, times);
  console.log("Time that Newsmark takes for one text");
  for (const [k, size] of sizes.entries()) {
    console.log(`  ${size.toLocaleString("en").padStart(9)} words  ${Math.round(times[k])} ms`);
  }
  console.log(`  grows with the number of words to the power of ${slope.toFixed(3)}`);
  return { growth: slope };
}

/** From navigation to the first highlights. The kinds of visits take turns. */
async function firstMarks(browser) {
  const [text] = await articles();
  const times = { first: [], second: [], "one file": [], compromise: [] };
  for (let round = 0; round < Math.min(rounds, 7); round++) {
    const { first, second } = await twoVisits(browser, text);
    times.first.push(first);
    times.second.push(second);
    for (const [name, url] of [
      ["one file", oneFile],
      ["compromise", compared],
    ]) {
      const context = await browser.createBrowserContext();
      times[name].push((await visit(context, url, text)).marks);
      await context.close();
    }
  }
  console.log(`From navigation to the first highlights, ms: an article of ${words(text)} words, median (quartiles)`);
  for (const [name, of] of Object.entries(times)) console.log(`  ${name.padEnd(12)} ${shown(spread(of), 0)}`);
  const ratio = (name, to) => spread(times[name].map((ms, round) => ms / times[to][round]));
  const figures = {
    firstVisit: ratio("first", "compromise"),
    secondVisit: ratio("second", "first"),
    oneFile: ratio("one file", "first"),
  };
  console.log(`  the first visit takes ${shown(figures.firstVisit)} times as long as the page with compromise`);
  console.log(
    `  the second visit takes ${shown(figures.secondVisit)} times as long as the first, the single file ${shown(figures.oneFile)} times`,
  );

  const far = [];
  for (let round = 0; round < Math.min(rounds, 3); round++) far.push(await twoVisits(browser, text, FAR));
  const secondFar = spread(far.map(({ first, second }) => second / first));
  console.log(
    `  at 20 Mbit/s, 40 ms: first ${Math.round(spread(far.map(({ first }) => first)).median)} ms, second ${shown(secondFar)} times as long`,
  );
  return { ...figures, secondVisitFar: secondFar };
}

/** A first visit and, after the service worker has stored everything, a second one. */
async function twoVisits(browser, text, line) {
  const context = await browser.createBrowserContext();
  const first = await visit(context, hosted, text, line);
  await first.page.evaluate(() => navigator.serviceWorker?.ready.then(() => {}));
  await first.page.close();
  const second = await visit(context, hosted, text, line);
  await context.close();
  return { first: first.marks, second: second.marks };
}

/** The download size until the first highlights appear. */
async function wire(browser) {
  const [text] = await articles();
  const { asked } = await visit(await browser.createBrowserContext(), hosted, text);
  const sizes = await brotli(asked, hosted, path.join(site, "newsmark"));
  const total = Object.values(sizes).reduce((a, b) => a + b, 0);
  const wasm = sizes["engine/newsmark_bg.wasm"];
  console.log(
    `Download size with brotli: ${Math.round(total / 1000)} kB, including ${Math.round(wasm / 1000)} kB of WebAssembly and a model of ${Math.round(sizes["engine/newsmark.model"] / 1000)} kB`,
  );
  return { kilobytes: total / 1000, wasmKilobytes: wasm / 1000 };
}

/** From pasting texts of 100,000 and 2,000 words to their first highlights, and the longest task. */
async function longTexts(browser) {
  const context = await browser.createBrowserContext();
  const times = { short: [], long: [] };
  const longest = [];
  for (let round = 0; round < Math.min(rounds, 11); round++) {
    for (const [name, size] of Object.entries({ short: 2_000, long: 100_000 })) {
      const { page, marks, pasted } = await visit(context, hosted, await longText(size));
      times[name].push(marks - pasted);
      if (name === "long") {
        await page.waitForFunction(
          () =>
            document.documentElement.dataset.state === "ready" &&
            document.querySelectorAll("#article .line").length > 1000,
        );
        longest.push(
          await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(window.seen.longest), 2000))),
        );
      }
      await page.close();
    }
  }
  const ratio = spread(times.long.map((ms, round) => ms / times.short[round]));
  console.log("From pasting to the first highlights, ms");
  console.log(`  2,000 words    ${shown(spread(times.short), 0)}`);
  console.log(`  100,000 words  ${shown(spread(times.long), 0)}, ${shown(ratio)} times as long`);
  // Browsers do not report tasks below 50 ms.
  console.log(
    `  longest task on the main thread: ${shown(spread(longest), 0)} ms (0: below 50). Each round: ${longest.join(", ")}`,
  );
  return { longText: ratio, longestTask: spread(longest) };
}

/** Each page in a browser of its own, so that they do not share processes. */
async function memories() {
  const text = await longText(1_000);
  const found = {};
  for (const [name, url] of [
    ["newsmark", hosted],
    ["compromise", compared],
  ]) {
    const own = await launch("chromium");
    const { page } = await visit(own.defaultBrowserContext(), url, text);
    found[name] = await memory(own, page);
    await own.close();
  }
  if (found.newsmark === null) return {};
  console.log(
    `Memory of the page's process, 1,000 words, MB: newsmark ${Math.round(found.newsmark)}, compromise ${Math.round(found.compromise)}`,
  );
  return { memory: found.newsmark / found.compromise };
}
