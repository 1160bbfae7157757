// Writes the service worker of a build: its script, preceded by a list of all files and their hashes.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { hashes, sha256 } from "./files.mjs";

const NAME = "service-worker.js";

/**
 * @param {string} script
 * @param {string} out the folder with the complete page
 */
export async function writeServiceWorker(script, out) {
  const source = await readFile(script, "utf8");
  const listed = (await hashes(out, "base64")).filter(([address]) => address !== NAME);
  // Some servers redirect index.html to its folder.
  const files = Object.fromEntries(
    listed.map(([address, hash]) => [address === "index.html" ? "./" : address, `sha256-${hash}`]),
  );
  // The version is a hash of the content, so a build without changes keeps its version.
  const version = sha256(source + JSON.stringify(files), "hex").slice(0, 16);
  await writeFile(path.join(out, NAME), `const BUILD = ${JSON.stringify({ version, files }, null, 1)};\n\n${source}`);
}
