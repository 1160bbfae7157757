// Browsers for the tests: freshly started, monitored, and operated as a user would.

import { access } from "node:fs/promises";
import path from "node:path";
import { after, before } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "../../scripts/serve.mjs";
import { root } from "../support.mjs";
import { launchWebKit } from "./webkit/launch.mjs";

/** The page under test: dist/, unless NEWSMARK_DIST names another folder. */
export const dist = path.resolve(root, process.env.NEWSMARK_DIST ?? "dist");

/** The browsers in which a test runs that can run in all. NEWSMARK_BROWSERS=webkit,firefox leaves the others out. */
export const BROWSERS = /** @type {const} */ (["chromium", "firefox", "webkit"]).filter(
  (name) => process.env.NEWSMARK_BROWSERS?.split(",").includes(name) ?? true,
);

/** The browsers in which a test can run something in a page before the page's own code, or see what it requests. */
export const PUPPETEER = BROWSERS.filter((name) => name !== "webkit");

const CHROMIUM = {
  paths: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  options: {
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  },
};
const FIREFOX = {
  paths: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
  options: {
    browser: /** @type {const} */ ("firefox"),
    // Under remote control, Firefox treats local files as one origin; for a user it does not.
    extraPrefsFirefox: { "intl.accept_languages": "en", "security.fileuri.strict_origin_policy": true },
  },
};

/**
 * Starts a browser with a fresh profile.
 * @param {typeof BROWSERS[number]} name
 * @param {{args?: string[], prefs?: Record<string, unknown>}} [more] extra settings for Chromium and Firefox
 * @returns {Promise<any>} puppeteer's browser; WebKit has only those of its methods that the tests use
 */
export async function launch(name, { args = [], prefs = {} } = {}) {
  if (name === "webkit") return launchWebKit();
  const { paths, options } = name === "chromium" ? CHROMIUM : FIREFOX;
  for (const executablePath of [process.env[`${name.toUpperCase()}_BIN`] ?? "", ...paths]) {
    if (
      await access(executablePath).then(
        () => true,
        () => false,
      )
    ) {
      // No timeout, however slow the machine: a test run that hangs is stopped by hand.
      /** @type {import("puppeteer-core").LaunchOptions} */
      const extra =
        name === "chromium"
          ? { args: [...CHROMIUM.options.args, ...args] }
          : { extraPrefsFirefox: { ...FIREFOX.options.extraPrefsFirefox, ...prefs } };
      return puppeteer.launch({ ...options, ...extra, executablePath, headless: true, protocolTimeout: 0 });
    }
  }
  throw new Error(`${name} is not installed; ./test.sh installs it`);
}

/** Options for waitForFunction. Not animation frames, which a background tab does not have. */
export const WAIT = /** @type {const} */ ({ timeout: 120_000, polling: 100 });

/**
 * A server and a browser for all tests of a file or suite.
 * @param {typeof BROWSERS[number]} [name]
 */
export function served(name = "chromium") {
  const both = {};
  before(async () => {
    both.server = await serve(dist);
    both.browser = await launch(name);
  });
  after(async () => {
    await both.browser?.close();
    both.server?.closeAllConnections();
    both.server?.close();
  });
  return both;
}

/**
 * Opens an address in a new page; `logged` and `requested` collect its console messages and its requests.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} url
 * @param {import("puppeteer-core").Viewport} [viewport]
 */
export async function visit(browser, url, viewport = { width: 1280, height: 900 }) {
  const page = await browser.newPage();
  const logged = [];
  const requested = [];
  page.on("console", (message) => logged.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (/** @type {any} */ error) => logged.push(`uncaught: ${error.message}`));
  // blob: and data: URLs are inside the page and not requested from anyone.
  page.on("request", (request) => /^(blob|data):/.test(request.url()) || requested.push(request.url()));
  await page.setViewport(viewport);
  await page.goto(url);
  await ready(page);
  return { page, logged, requested };
}

/** @param {import("puppeteer-core").Page} page */
export async function ready(page) {
  await page.waitForSelector("html[data-state=ready], html[data-state=error]", { timeout: 60_000 });
  const error = await page.$eval("#error", (element) => element.textContent);
  if (error) throw new Error(error);
}

/**
 * Copies a text to the clipboard and pastes it with the keyboard.
 * @param {import("puppeteer-core").Page} page
 * @param {string} text
 * @param {string} [where] the focused element
 */
export async function paste(page, text, where = "#box") {
  // The clipboard is filled by keyboard from another box, which needs no permission.
  await page.evaluate((text) => {
    const other = document.createElement("textarea");
    other.id = "other";
    document.body.append(other);
    other.value = text;
    other.focus();
    other.select();
  }, text);
  await shortcut(page, "c", "Copy");
  await page.evaluate(() => document.getElementById("other").remove());
  await page.evaluate(() => document.activeElement?.blur());
  if (where !== "body") await page.focus(where);
  await shortcut(page, "v", "Paste");
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {import("puppeteer-core").KeyInput} key
 * @param {string} command its name in Chromium's editor, which Chromium requires
 */
export async function shortcut(page, key, command) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up("Control");
}

/** Waits until the page shows an article and its lists. */
export async function reading(page) {
  await page.waitForSelector("html[data-view=reading][data-state=ready] #panel[aria-busy=false]", { timeout: 60_000 });
}

/**
 * What a user sees: the highlighted words with their families, and the list of who said what.
 * @param {import("puppeteer-core").Page} page
 */
export function seen(page) {
  return page.evaluate(() => {
    const families = ["person", "organisation", "place", "group", "thing", "time", "number"];
    const names = [];
    for (const piece of document.querySelectorAll("#article .entity")) {
      const family = families.find((one) => piece.classList.contains(one));
      const underlined = getComputedStyle(piece).textDecorationLine === "underline";
      if (piece.classList.contains("name-start")) names.push({ family, underlined, words: piece.textContent });
      else names.at(-1).words += piece.textContent;
    }
    document.getElementById("tab-quotes").click();
    const quotes = [...document.querySelectorAll("#quotes .speaker")].flatMap((group) =>
      [...group.querySelectorAll(".quote-entry")].map((row) => ({
        speaker: group.querySelector(".speaker-only").textContent,
        words: row.querySelector(".words").textContent,
        type: row.querySelector(".kind").textContent,
        isThought: row.classList.contains("thought"),
        visible: row.checkVisibility(),
      })),
    );
    document.getElementById("tab-names").click();
    return { names, quotes, text: document.getElementById("article").textContent };
  });
}

/**
 * Where words of the article are on the page.
 * @param {import("puppeteer-core").Page} page
 * @param {string} words
 * @param {number} nth which of their occurrences, from 0
 */
export function rectangleOf(page, words, nth = 0) {
  return page.evaluate(
    (words, nth) => {
      const article = document.getElementById("article");
      let at = -1;
      for (let i = 0; i <= nth; i++) at = article.textContent.indexOf(words, at + 1);
      const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let left = at, end = at + words.length; texts.nextNode(); ) {
        const { length } = texts.currentNode;
        if (left >= 0 && left < length) range.setStart(texts.currentNode, left);
        if (end > 0 && end <= length) range.setEnd(texts.currentNode, end);
        left -= length;
        end -= length;
      }
      const { left, top, right, bottom } = range.getBoundingClientRect();
      return { left, top, right, bottom };
    },
    words,
    nth,
  );
}
