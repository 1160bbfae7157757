// A trap for whatever hostile text might do in a browser: run something, request something, or navigate away. The
// hostile texts are in tests/data/hostile.json; their `bites` name the places of a careless page (careless.mjs) in
// which they do so, and trap.test.mjs checks that the trap then catches them.

import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../support.mjs";

/** @type {{text: string, bites: string[]}[]} */
export const HOSTILE = JSON.parse(readFileSync(path.join(root, "tests/data/hostile.json"), "utf8"));

/**
 * @param {import("puppeteer-core").Page} page before it has navigated anywhere
 * @param {(url: string) => boolean} own whether an address belongs to the page
 * @returns {Promise<string[]>} gets a line for everything that should not have happened
 */
export async function trapped(page, own) {
  const caught = [];
  const inside = (url) => own(url) || /^(blob|data):/.test(url);
  // In every frame: the texts call hit(), and what a policy has blocked was attempted.
  await page.evaluateOnNewDocument(() => {
    window.hit = () => console.error("a script has run");
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      console.error(`the policy had to stop ${blockedURI} (${effectiveDirective})`);
    });
  });
  page.on(
    "console",
    (message) => ["error", "warn", "warning", "assert"].includes(message.type()) && caught.push(message.text()),
  );
  page.on("pageerror", (/** @type {any} */ error) => caught.push(`uncaught: ${error.message}`));
  page.on("dialog", (dialog) => {
    caught.push(`a dialog was opened: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on("popup", () => caught.push("a window was opened"));
  page.on("request", (request) => inside(request.url()) || caught.push(`asked for ${request.url()}`));
  page.on("frameattached", () => caught.push("a frame was put into the page"));
  page.on(
    "framenavigated",
    (frame) => own(frame.url()) || frame.url() === "about:blank" || caught.push(`went to ${frame.url()}`),
  );
  return caught;
}

/**
 * Elements and attributes of a page that could execute or fetch something. Hostile text must not add any.
 * @param {import("puppeteer-core").Page} page
 * @returns {Promise<string[]>}
 */
export const powers = (page) =>
  page.evaluate(() => {
    const active =
      "script, link, meta, base, style, iframe, frame, object, embed, img, audio, video, source, track, form, template, noscript, portal";
    const found = [...document.querySelectorAll(active)].map(
      (element) => /** @type {Element} */ (element.cloneNode(false)).outerHTML,
    );
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        const leads =
          /^(xlink:)?(href|src|action|formaction|srcdoc|srcset|data|poster|background|ping)$/.test(name) &&
          !value.startsWith("#");
        if (/^on/.test(name) || (leads && !element.matches(active))) found.push(`${element.tagName} ${name}=${value}`);
      }
    }
    return found;
  });
