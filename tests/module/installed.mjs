// The npm package as users install it: packed, and installed in an empty folder.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { pkg, root } from "../support.mjs";

const run = promisify(execFile);

/** The README's first example, word for word. */
export async function readmeExample() {
  return /```js\n(.*?)```/s.exec(await readFile(path.join(pkg, "README.md"), "utf8"))[1];
}

/**
 * Packs the package and installs it in a new folder, without a network.
 * @returns
 *   {Promise<{folder: string, packed: {filename: string, files: {path: string}[], version: string}, remove(): Promise<void>}>}
 */
export async function install() {
  const folder = await mkdtemp(path.join(tmpdir(), "newsmark-module-"));
  const { stdout } = await run("npm", ["pack", pkg, "--json", "--pack-destination", folder], { cwd: folder });
  const [packed] = JSON.parse(stdout);
  await writeFile(path.join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${packed.filename}`], { cwd: folder });
  return { folder, packed, remove: () => rm(folder, { recursive: true }) };
}

/**
 * Runs a script in the folder with Node, and resolves when the script has ended by itself.
 * @param {string} folder
 * @param {string} script
 * @param {string} [name] the script's file
 */
export async function node(folder, script, name = "script.mjs") {
  const file = path.join(folder, name);
  await writeFile(file, script);
  const { stdout } = await run(process.execPath, [file], { cwd: folder, maxBuffer: 1 << 26 });
  return stdout;
}

/** @param {string} folder @param {string[]} options */
export async function typescript(folder, options) {
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  // tsc reports errors on standard output.
  return run(process.execPath, [tsc, ...options], { cwd: folder }).then(
    () => "",
    (error) => error.stdout,
  );
}
