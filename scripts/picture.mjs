// Takes the README's screenshot, docs/page.png, from the built page: run ./build.sh, then node scripts/picture.mjs

import { mkdir } from "node:fs/promises";
import { dist, launch, visit } from "../tests/browser/browsers.mjs";
import { serve } from "./serve.mjs";

const server = await serve(dist);
const browser = await launch("chromium");
const { page } = await visit(browser, server.url, { width: 1320, height: 860 });
await page.click("#example");
await page.waitForSelector("html[data-view=reading]");
await page.click("#tab-quotes");
await page.mouse.move(0, 0);
await page.evaluate(() => document.activeElement?.blur());
await mkdir("docs", { recursive: true });
await page.screenshot({ path: "docs/page.png" });
await browser.close();
server.close();
