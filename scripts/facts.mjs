// What the page states about itself: its versions, and the hashes by which a copy can be compared with a
// build from source.

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { hashes, sha256 } from "./files.mjs";

/**
 * The versions of code, schema and model, as reported by the compiled engine.
 * @param {string} engine the folder with the output of wasm-bindgen
 * @param {string} model
 * @returns {Promise<{newsmark: string, schema: number, model: string}>}
 */
async function versions(engine, model) {
  const { Annotator, initSync } = await import(pathToFileURL(path.resolve(engine, "newsmark.js")).href);
  initSync({ module: await readFile(path.join(engine, "newsmark_bg.wasm")) });
  return new Annotator(await readFile(model)).versions;
}

/**
 * Fills in the versions of index.html: those of the engine, and a version of the whole build, which changes
 * whenever any file of the page does.
 * @param {string} html
 * @param {{engine: string, model: string, out: string}} places the engine's folder, the model, and the page's other
 *   files
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
 * Writes SHA256SUMS for `sha256sum -c`: the hash of every file. It also names the tools that built them,
 * because other compilers produce other bytes.
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
