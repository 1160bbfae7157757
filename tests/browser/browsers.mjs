// Browsers as the tests use them: started fresh, watched for anything that they should not do, and
// driven as a person would.

import { access } from "node:fs/promises";
import path from "node:path";
import { after, before } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "../../scripts/serve.mjs";
import { root } from "../support.mjs";

/** The page that is tested: dist/, unless NEWSMARK_DIST names another folder. */
export const dist = path.resolve(root, process.env.NEWSMARK_DIST ?? "dist");

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
    browser: "firefox",
    // A driven Firefox takes files on the disk for one place; a reader's does not.
    extraPrefsFirefox: { "intl.accept_languages": "en", "security.fileuri.strict_origin_policy": true },
  },
};

/**
 * Starts a browser with a profile of its own.
 * @param {"chromium"|"firefox"} name
 * @param {{args?: string[], prefs?: Record<string, unknown>}} [more] what Chromium and Firefox are told besides
 */
export async function launch(name, { args = [], prefs = {} } = {}) {
  const { paths, options } = name === "chromium" ? CHROMIUM : FIREFOX;
  for (const executablePath of [process.env[`${name.toUpperCase()}_BIN`] ?? "", ...paths]) {
    if (
      await access(executablePath).then(
        () => true,
        () => false,
      )
    ) {
      // However slow the machine is: what hangs is ended by whoever runs the tests.
      const told =
        name === "chromium"
          ? { args: [...CHROMIUM.options.args, ...args] }
          : { extraPrefsFirefox: { ...FIREFOX.options.extraPrefsFirefox, ...prefs } };
      return puppeteer.launch({ ...options, ...told, executablePath, headless: true, protocolTimeout: 0 });
    }
  }
  throw new Error(`${name} is not installed; ./test.sh installs it`);
}

/** For waitForFunction. Not by animation frames, which a tab in the background has none of. */
export const WAIT = /** @type {const} */ ({ timeout: 120_000, polling: 100 });

/**
 * A server of the page and a browser for all tests of a file or a suite.
 * @param {"chromium"|"firefox"} [name]
 */
export function served(name = "chromium") {
  const both = {};
  before(async () => {
    both.server = await serve(dist);
    both.browser = await launch(name);
  });
  after(async () => {
    await both.browser?.close();
    both.server?.close();
  });
  return both;
}

/**
 * Opens an address in a new page; `said` and `asked` collect what it says on the console and which
 * addresses it asks for.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} url
 * @param {import("puppeteer-core").Viewport} [viewport]
 */
export async function visit(browser, url, viewport = { width: 1280, height: 900 }) {
  const page = await browser.newPage();
  const said = [];
  const asked = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`uncaught: ${error.message}`));
  // What is inside the page is asked of nobody.
  page.on("request", (request) => /^(blob|data):/.test(request.url()) || asked.push(request.url()));
  await page.setViewport(viewport);
  await page.goto(url);
  await ready(page);
  return { page, said, asked };
}

/** @param {import("puppeteer-core").Page} page */
export async function ready(page) {
  await page.waitForSelector("html[data-state=ready], html[data-state=error]", { timeout: 60_000 });
  const error = await page.$eval("#error", (element) => element.textContent);
  if (error) throw new Error(error);
}

/**
 * Puts a text on the clipboard and pastes it with the keyboard.
 * @param {import("puppeteer-core").Page} page
 * @param {string} text
 * @param {string} [where] what has the focus
 */
export async function paste(page, text, where = "#box") {
  // The clipboard is filled from another box, with the keyboard as well: no permission is needed.
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
 * @param {string} command what Chromium's editor calls it, which it needs to be told
 */
export async function shortcut(page, key, command) {
  await page.keyboard.down("Control");
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up("Control");
}

/** The page once it shows an article and its lists. */
export async function reading(page) {
  await page.waitForSelector("html[data-view=reading][data-state=ready] #panel[aria-busy=false]", { timeout: 60_000 });
}

/**
 * What a person sees: the marked words with their family, and the list of who said what.
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
        speaker: group.querySelector(".speaker-name > span").textContent,
        words: row.querySelector(".words").textContent,
        type: row.querySelector(".kind").textContent,
        visible: row.checkVisibility(),
      })),
    );
    document.getElementById("tab-names").click();
    return { names, quotes, text: document.getElementById("article").textContent };
  });
}
