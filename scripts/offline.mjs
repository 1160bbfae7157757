// The service worker of a build: its script with the list of all files and their hashes before it.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { hashes, sha256 } from "./files.mjs";

const NAME = "service-worker.js";

/**
 * @param {string} script
 * @param {string} out the folder of the page, with everything in it that the page needs
 */
export async function writeServiceWorker(script, out) {
  const source = await readFile(script, "utf8");
  const listed = (await hashes(out, "base64")).filter(([address]) => address !== NAME);
  // Some servers answer for index.html with the address of its folder.
  const files = Object.fromEntries(
    listed.map(([address, hash]) => [address === "index.html" ? "./" : address, `sha256-${hash}`]),
  );
  // The version is the content: a build that changes nothing is no new version.
  const version = sha256(source + JSON.stringify(files), "hex").slice(0, 16);
  await writeFile(path.join(out, NAME), `const BUILD = ${JSON.stringify({ version, files }, null, 1)};\n\n${source}`);
}
