// Measures the desk: a collection in Chromium, from the file to the list, its memory, and how the page stays usable.
//
//     node bench/desk.mjs [--articles N] [--words N] [--json FILE]
//
// The default is the collection that the project promises: 10,000 articles of 800 words. It needs a build (./build.sh), but
// not the alternatives that the other measurements compare with.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { serve } from "../scripts/serve.mjs";
import { dist, launch, ready } from "../tests/browser/browsers.mjs";
import { sampleParagraphs } from "./articles.mjs";
import { pageProcess } from "./visits.mjs";

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    words: { type: "string", default: "800" },
    json: { type: "string" },
  },
});
const [count, length] = [Number(values.articles), Number(values.words)];

/** How often the page is asked how far it is, in milliseconds. */
const LOOK = 500;

const folder = await mkdtemp(path.join(tmpdir(), "newsmark-bench-"));
const file = path.join(folder, "archive.jsonl");
await writeFile(file, await lines());
const server = await serve(dist);
const browser = await launch("chromium");
try {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchTasks);
  await page.goto(server.url);
  await ready(page);

  const start = performance.now();
  await (await page.$("#file")).uploadFile(file);
  await (await page.waitForSelector("dialog.columns[open] button.primary", { timeout: 0 })).click();
  let most = 0;
  let read = 0;
  for (;;) {
    const { isReading, isOver } = await progress(page);
    most = Math.max(most, (await pageProcess(browser)).megabytes ?? 0);
    if (!isReading && read === 0) read = performance.now();
    if (isOver) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  const annotated = performance.now();
  const { seconds: processor } = await pageProcess(browser);
  const tasks = await longTasks(page);

  const again = performance.now();
  await page.reload();
  await page.waitForSelector("#desk-articles .virtual-row .col-quotations", { timeout: 0 });
  const shown = performance.now();
  await page.evaluate(() => /** @type {any} */ (window).forgetTasks());
  await scroll(page);
  const scrolling = await longTasks(page);

  const figures = {
    articles: count,
    words: length,
    workers: Math.min(8, Math.max(1, (await page.evaluate(() => navigator.hardwareConcurrency)) - 1)),
    secondsToRead: (read - start) / 1000,
    secondsToAnnotate: (annotated - start) / 1000,
    processorSeconds: processor,
    wordsPerProcessorSecond: (count * length) / processor,
    longestTask: tasks.longest,
    tasksOver50: tasks.count,
    megabytes: most,
    secondsToReload: (shown - again) / 1000,
    longestTaskScrolling: scrolling.longest,
    storedMegabytes: await page.evaluate(async () => ((await navigator.storage.estimate()).usage ?? 0) / 1e6),
  };
  for (const [name, figure] of Object.entries(figures))
    console.log(`${name.padEnd(22)} ${Number.isInteger(figure) ? figure : figure.toFixed(1)}`);
  if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}

/** Articles made of the sample articles' paragraphs, in another order each time, so that no two are the same. */
async function lines() {
  const paragraphs = await sampleParagraphs();
  let text = "";
  for (let n = 0; n < count; n++) {
    /** @type {string[]} */
    const body = [];
    for (let k = 0, have = 0; have < length; k++) {
      const words = paragraphs[(n * 7 + k * (1 + (n % 11))) % paragraphs.length].split(/\s+/).slice(0, length - have);
      have += words.length;
      body.push(words.join(" "));
    }
    const date = new Date(Date.UTC(2020, 0, 1 + (n % 1500))).toISOString().slice(0, 10);
    const article = { id: n, title: `Article number ${n}`, date, source: `Paper ${n % 12}`, text: body.join("\n\n") };
    text += `${JSON.stringify(article)}\n`;
  }
  return text;
}

/** Runs in the page: records tasks that took longer than 50 ms. */
function watchTasks() {
  let tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  Object.assign(window, { tasks: () => tasks, forgetTasks: () => (tasks = []) });
}

/** @param {import("puppeteer-core").Page} page */
function longTasks(page) {
  return page.evaluate(() => {
    const tasks = /** @type {any} */ (window).tasks();
    return { count: tasks.length, longest: Math.max(0, ...tasks) };
  });
}

/** @param {import("puppeteer-core").Page} page */
function progress(page) {
  return page.evaluate(() => {
    const isReading = document.querySelector(".desk-collecting progress") !== null;
    const isAtWork = document.querySelector(".desk-progress")?.checkVisibility() ?? true;
    return { isReading, isOver: !isReading && !isAtWork };
  });
}

/** Scrolls through the whole list in a hundred steps. @param {import("puppeteer-core").Page} page */
function scroll(page) {
  return page.evaluate(async () => {
    const box = document.querySelector("#desk-articles .desk-scroller");
    for (let step = 1; step <= 100; step++) {
      box.scrollTop = (box.scrollHeight * step) / 100;
      await new Promise(requestAnimationFrame);
    }
  });
}
