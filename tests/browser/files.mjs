// Giving files to the page and getting files from it.

import { WAIT } from "./browsers.mjs";

/**
 * Dispatches the event that a browser creates for a paste or drop with this content.
 * @param {import("puppeteer-core").Page} page
 * @param {"paste"|"drop"|"dragenter"|"dragleave"} kind
 * @param {string} where
 * @param {{data?: Record<string, string>, files?: {name: string, type: string, text?: string, bytes?: number[]}[]}}
 *   content
 */
export const give = (page, kind, where, content) =>
  page.evaluate(
    (kind, where, { data = {}, files = [] }) => {
      const transfer = new DataTransfer();
      for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
      for (const { name, type, text, bytes } of files)
        transfer.items.add(new File([text ?? new Uint8Array(bytes)], name, { type }));
      const options = { bubbles: true, cancelable: true };
      // Firefox ignores the content passed to the constructor of a paste event.
      const event =
        kind === "paste" ? new Event(kind, options) : new DragEvent(kind, { ...options, dataTransfer: transfer });
      if (kind === "paste") Object.defineProperty(event, "clipboardData", { value: transfer });
      document.querySelector(where).dispatchEvent(event);
    },
    kind,
    where,
    content,
  );

/**
 * Drops a file on the page.
 * @param {import("puppeteer-core").Page} page
 * @param {{name?: string, type?: string, text?: string, bytes?: number[]}} file
 */
export const drop = (page, file) => give(page, "drop", "body", { files: [{ name: "file", type: "", ...file }] });

/**
 * From now on, the page keeps files instead of saving them.
 * @param {import("puppeteer-core").Page} page
 */
export const keepFiles = (page) =>
  page.evaluate(() => {
    const made = new Map();
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const url = create.call(URL, blob);
      made.set(url, blob);
      return url;
    };
    window.files = [];
    HTMLAnchorElement.prototype.click = function () {
      const file = made.get(this.href);
      window.files.push({ name: this.download, type: file.type, blob: file });
    };
  });

/**
 * The file that the page would save in this format; call keepFiles() first.
 * @param {import("puppeteer-core").Page} page
 * @param {string} format
 * @returns {Promise<{name: string, type: string, content: string, bytes: Buffer}>}
 */
export async function exported(page, format) {
  const before = await page.evaluate(() => window.files.length);
  await page.evaluate((format) => document.querySelector(`[data-format="${format}"]`).click(), format);
  await page.waitForFunction((before) => window.files.length > before, WAIT, before);
  const { name, type, base64 } = await page.evaluate(async () => {
    const { name, type, blob } = window.files.at(-1);
    return { name, type, base64: new Uint8Array(await blob.arrayBuffer()).toBase64() };
  });
  const bytes = Buffer.from(base64, "base64");
  return { name, type, bytes, content: bytes.toString("utf8") };
}
