// Hashes of the files of a build.

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** @param {string|Buffer} content @param {"base64"|"hex"} form */
export const sha256 = (content, form) => createHash("sha256").update(content).digest(form);

/**
 * The hashes of all files in a folder and its subfolders, with their relative addresses. The order is the same
 * on every computer.
 * @param {string} folder
 * @param {"base64"|"hex"} form
 * @returns {Promise<[address: string, hash: string][]>}
 */
export async function hashes(folder, form) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const addresses = names.map((name) => name.split(path.sep).join("/")).sort();
  return Promise.all(
    addresses.map(async (address) => [address, sha256(await readFile(path.join(folder, address)), form)]),
  );
}
