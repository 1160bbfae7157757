// How long a visitor waits for the first highlights, how much is downloaded, and how much memory a page takes.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

/** Runs in the page: pastes a text as soon as possible, and records when the first highlights are painted. */
function pasteAtOnce(text) {
  const seen = { longest: 0, pasted: 0, marks: null };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: "longtask", buffered: true });
  seen.marks = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector("#article .entity"))
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      else requestAnimationFrame(look);
    };
    look();
  });
  const start = () => {
    const box = /** @type {HTMLTextAreaElement} */ (document.getElementById("box"));
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    seen.pasted = performance.now();
    // Newsmark handles the event and starts at once. On the other page, fill the text box and press its button.
    if (!box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))) return;
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    document.getElementById("annotate").click();
  };
  const wait = () => (document.documentElement?.dataset.state === "ready" ? start() : setTimeout(wait, 1));
  wait();
}

/**
 * Opens a page, pastes the text, and waits for the first highlights.
 * @param {import("puppeteer-core").BrowserContext} context
 * @param {string} url
 * @param {string} text
 * @param {import("puppeteer-core").NetworkConditions} [line] the connection between the page and its server
 */
export async function visit(context, url, text, line) {
  const page = await context.newPage();
  if (line) await page.emulateNetworkConditions(line);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.evaluateOnNewDocument(pasteAtOnce, text);
  await page.goto(url);
  const marks = await page.evaluate(() => window.seen.marks);
  return { page, asked, marks, pasted: await page.evaluate(() => window.seen.pasted) };
}

/**
 * The compressed size of each requested file, as a static host would send it.
 * @param {string[]} asked
 * @param {string} base
 * @param {string} folder
 */
export async function brotli(asked, base, folder) {
  const sizes = {};
  for (const url of new Set(asked)) {
    if (!url.startsWith(base)) continue;
    const name = decodeURIComponent(new URL(url).pathname.slice(new URL(base).pathname.length)) || "index.html";
    sizes[name] = brotliCompressSync(await readFile(path.join(folder, name))).length;
  }
  return sizes;
}

/** The private memory of the page's process, in MB; null if the system does not report it. */
export async function memory(browser, page) {
  const own = await page.createCDPSession();
  await own.send("HeapProfiler.collectGarbage");
  await own.detach();
  return (await pageProcess(browser)).megabytes;
}

/** The process with the most private memory, which is that of the page: its memory, and the processor time it has used. */
export async function pageProcess(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  /** @type {{megabytes: number|null, seconds: number}} */
  let most = { megabytes: null, seconds: 0 };
  for (const { type, id, cpuTime } of processInfo) {
    if (type !== "renderer") continue;
    const rollup = await readFile(`/proc/${id}/smaps_rollup`, "utf8").catch(() => "");
    const kb = Number(/^Private_Dirty:\s+(\d+)/m.exec(rollup)?.[1] ?? NaN);
    if (kb / 1024 > (most.megabytes ?? 0)) most = { megabytes: kb / 1024, seconds: cpuTime };
  }
  return most;
}
