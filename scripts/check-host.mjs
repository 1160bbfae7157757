// Compares a hosted copy of the page with what was built here: node scripts/check-host.mjs ADDRESS [FOLDER]

import { readFile } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "./files.mjs";

const [address, folder = "dist"] = process.argv.slice(2);
if (!address) {
  console.error("Usage: node scripts/check-host.mjs ADDRESS [FOLDER]\n\nFOLDER is what ./build.sh has built (dist).");
  process.exit(2);
}
const home = new URL(address.endsWith("/") ? address : `${address}/`);
const sums = await readFile(path.join(folder, "SHA256SUMS"), "utf8");
const expected = sums
  .split("\n")
  .filter((line) => /^[0-9a-f]{64} {2}/.test(line))
  .map((line) => [line.slice(66), line.slice(0, 64)]);

const problems = (await Promise.all(expected.map(([name, hash]) => problem(name, hash)))).filter(Boolean);
for (const problem of problems) console.error(`✗ ${problem}`);
if (problems.length) {
  console.error(
    `${home} is another build, or was changed. What made the builds: the first line of SHA256SUMS, here and there.`,
  );
  process.exit(1);
}
console.log(`${home} has the same bytes in all ${expected.length} files.`);

/** @param {string} name @param {string} hash */
async function problem(name, hash) {
  try {
    const response = await fetch(new URL(name, home));
    if (!response.ok) return `${name}: the server answers ${response.status}`;
    return sha256(Buffer.from(await response.arrayBuffer()), "hex") === hash ? "" : `${name}: other bytes`;
  } catch (error) {
    return `${name}: ${/** @type {any} */ (error).cause?.message ?? error}`;
  }
}
