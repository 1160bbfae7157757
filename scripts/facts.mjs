// What the page says of itself: the versions that the build has put into it, and the hashes by which a copy
// can be compared with what the source gives.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { hashes, sha256 } from "./files.mjs";

/**
 * The versions of program, form and model, as the compiled engine itself says them.
 * @param {string} engine the folder of what wasm-bindgen has made
 * @param {string} model
 * @returns {Promise<{newsmark: string, schema: number, model: string}>}
 */
async function versions(engine, model) {
  const { Annotator, initSync } = await import(pathToFileURL(path.resolve(engine, "newsmark.js")).href);
  initSync({ module: await readFile(path.join(engine, "newsmark_bg.wasm")) });
  return new Annotator(await readFile(model)).versions;
}

/**
 * index.html with its versions: the engine's, and one of the whole build, which is another as soon as
 * anything in the page is.
 * @param {string} html
 * @param {{engine: string, model: string, out: string}} places of the engine, the model, and the page's other files
 */
export async function withVersions(html, { engine, model, out }) {
  const build = sha256(html + JSON.stringify(await hashes(out, "hex")), "hex").slice(0, 16);
  for (const [name, version] of Object.entries({ ...(await versions(engine, model)), build })) {
    const place = `id="version-${name}">`;
    if (!html.includes(place)) throw new Error(`index.html has no place for the version of ${name}`);
    html = html.replace(place, () => place + version);
  }
  return html;
}

/**
 * SHA256SUMS, which `sha256sum -c` reads: the hash of every file, and which programs made them, for other
 * compilers give other bytes.
 * @param {string} out
 * @param {string} engine
 */
export async function writeSums(out, engine) {
  const compiler = (await readFile(path.join(engine, "compiler"), "utf8").catch(() => "an unknown compiler")).trim();
  const lines = (await hashes(out, "hex")).map(([address, hash]) => `${hash}  ${address}`);
  await writeFile(
    path.join(out, "SHA256SUMS"),
    [`# made with ${compiler}, node ${process.versions.node}`, ...lines, ""].join("\n"),
  );
}
