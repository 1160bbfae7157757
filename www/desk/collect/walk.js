/**
 * The files that a person has chosen or dropped, with those in folders.
 *
 * @typedef {{path: string, file: File}|{path: string, problem: string}} Found
 * @typedef {readonly (File|FileSystemEntry)[]} Given
 */

import { isOfSystem } from "./kinds.js";

/** @param {Given} given @returns {AsyncGenerator<Found>} */
export async function* filesOf(given) {
  for (const one of given) {
    if (!(one instanceof File)) yield* filesBelow(one);
    else if (!isOfSystem(one.name)) yield { path: one.webkitRelativePath || one.name, file: one };
  }
}

/** @param {FileSystemEntry} entry @returns {AsyncGenerator<Found>} */
async function* filesBelow(entry) {
  const path = entry.fullPath.replace(/^\//, "");
  if (isOfSystem(path)) return;
  if (entry.isFile) {
    const file = await fileOf(/** @type {FileSystemFileEntry} */ (entry));
    yield file ? { path, file } : { path, problem: "It could not be read." };
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  // A reader gives at most a hundred entries at a time.
  for (;;) {
    const some = await entriesOf(reader);
    if (some === null) yield { path, problem: "This folder could not be read." };
    if (some === null || some.length === 0) return;
    for (const below of some.sort((a, b) => (a.name < b.name ? -1 : 1))) yield* filesBelow(below);
  }
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File|null>} */
const fileOf = (entry) => new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** @param {FileSystemDirectoryReader} reader @returns {Promise<FileSystemEntry[]|null>} */
const entriesOf = (reader) => new Promise((resolve) => reader.readEntries(resolve, () => resolve(null)));
