/**
 * The files of a ZIP archive, one after another. It is read from its beginning, so that nothing but the current file is in
 * memory.
 *
 * @typedef {{path: string, blob: Blob, share: number}|{path: string, problem: string, share: number}} FileRead
 */

import { Unzip, UnzipInflate } from "../../vendor/fflate.js";
import { isOfSystem } from "./kinds.js";

/** In bytes. The browser keeps large blobs on disk, but not endlessly many. */
const LARGEST = 1e9;

/**
 * @param {Blob} archive
 * @returns {AsyncGenerator<FileRead>}
 */
export async function* filesIn(archive) {
  /** @type {({path: string, blob: Blob}|{path: string, problem: string})[]} */
  const done = [];
  let opened = 0;
  /** The file that is being read. @type {string|null} */
  let current = null;
  const unzip = new Unzip((file) => {
    const path = file.name;
    if (path.endsWith("/") || isOfSystem(path)) return;
    opened++;
    if (file.compression !== 0 && file.compression !== 8) {
      done.push({ path, problem: "It is compressed in a way that Newsmark does not know, or with a password." });
      return;
    }
    /** @type {Uint8Array<ArrayBuffer>[]} */
    let parts = [];
    let size = 0;
    current = path;
    file.ondata = (error, bytes, final) => {
      if (current !== path) return;
      if (error) {
        current = null;
        done.push({ path, problem: "It is damaged, or has a password." });
        return;
      }
      parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (bytes.slice()));
      size += bytes.length;
      if (size > LARGEST) {
        current = null;
        parts = [];
        file.terminate();
        done.push({ path, problem: "It is too large: more than 1,000 megabytes." });
      } else if (final) {
        current = null;
        done.push({ path, blob: new Blob(parts) });
        parts = [];
      }
    };
    file.start();
  });
  unzip.register(UnzipInflate);

  const reader = archive.stream().getReader();
  let read = 0;
  try {
    for (;;) {
      const { done: isOver, value } = await reader.read();
      read += value?.length ?? 0;
      const damage = push(unzip, value ?? new Uint8Array(), isOver);
      for (const file of done.splice(0)) yield { ...file, share: read / archive.size };
      if (damage || (isOver && current !== null)) {
        yield { path: current ?? "", problem: "The rest of this archive is damaged.", share: 1 };
        return;
      }
      if (isOver) break;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
  if (opened === 0) yield { path: "", problem: "There is no file in this archive.", share: 1 };
}

/**
 * Whether the archive is damaged.
 * @param {Unzip} unzip
 * @param {Uint8Array} bytes
 * @param {boolean} isLast
 */
function push(unzip, bytes, isLast) {
  try {
    unzip.push(bytes, isLast);
    return false;
  } catch {
    return true;
  }
}
