// Serves a damaged copy of the hosted page.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { serve } from "../../scripts/serve.mjs";
import { dist } from "./browsers.mjs";

/**
 * Opens the copy in a new tab.
 * @param {import("puppeteer-core").Browser} browser
 * @param {(file: (name: string) => string) => Promise<unknown>} damage
 * @param {(page: import("puppeteer-core").Page, file: (name: string) => string) => Promise<unknown>} use
 */
export async function damaged(browser, damage, use) {
  const folder = await mkdtemp(path.join(tmpdir(), "newsmark-"));
  const file = (name) => path.join(folder, name);
  await cp(dist, folder, { recursive: true });
  await damage(file);
  const server = await serve(folder);
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    await use(page, file);
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
}

/** @param {(bytes: Buffer) => Buffer|string} edit */
export const edited = (edit) => async (file) => writeFile(file, edit(await readFile(file)));
