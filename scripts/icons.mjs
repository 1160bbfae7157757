// Renders the icons of the installed page (www/icons) from www/icon.svg: node scripts/icons.mjs
// They are kept in the repository, so that building the page does not need a browser.

import { mkdir, readFile } from "node:fs/promises";
import { launch } from "../tests/browser/browsers.mjs";

/** Name, size, and the share of it that the drawing fills. Systems crop maskable icons to their own shape. */
const ICONS = /** @type {const} */ ([
  ["192", 192, 1],
  ["512", 512, 1],
  ["maskable", 512, 0.7],
]);

const drawing = await readFile("www/icon.svg", "base64");
await mkdir("www/icons", { recursive: true });
const browser = await launch("chromium");
const page = await browser.newPage();
for (const [name, size, share] of ICONS) {
  await page.setViewport({ width: size, height: size });
  const ground = share < 1 ? "#1b1b1f" : "transparent";
  await page.setContent(`<body style="margin: 0; height: 100vh; display: grid; place-items: center; background: ${ground}">
    <img style="width: ${share * 100}vmin" src="data:image/svg+xml;base64,${drawing}">`);
  await page.screenshot({ path: `www/icons/${name}.png`, omitBackground: true });
}
await browser.close();
