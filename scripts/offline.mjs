// The service worker of a build: its script with the list of all files and their hashes before it.

import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";

const NAME = "service-worker.js";

/**
 * @param {string} script
 * @param {string} out the folder of the page, with everything in it that the page needs
 */
export async function writeServiceWorker(script, out) {
  const source = await readFile(script, "utf8");
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name !== NAME).map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)));
  /** @type {Record<string, string>} */
  const files = {};
  for (const name of names.sort()) {
    const address = name.split(path.sep).join("/");
    // Some servers answer for index.html with the address of its folder.
    files[address === "index.html" ? "./" : address] = `sha256-${hash(await readFile(path.join(out, name)), "base64")}`;
  }
  // The version is the content: a build that changes nothing is no new version.
  const version = hash(source + JSON.stringify(files), "hex").slice(0, 16);
  await writeFile(path.join(out, NAME), `const BUILD = ${JSON.stringify({ version, files }, null, 1)};\n\n${source}`);
}

/** @param {string|Buffer} content @param {"base64"|"hex"} form */
const hash = (content, form) => createHash("sha256").update(content).digest(form);
