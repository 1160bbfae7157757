/** Writes a ZIP archive, a file at a time. */

import { Zip, ZipDeflate } from "../../vendor/fflate.js";

/** Files are always written the same, so that the same collection gives the same archive. */
const TIME = new Date(2000, 0, 1);

/** @param {(part: Uint8Array<ArrayBuffer>) => void} write */
export function createArchive(write) {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
  });
  return {
    /** @param {string} name @param {string|Uint8Array} content */
    add(name, content) {
      const file = new ZipDeflate(name, { level: 6 });
      file.mtime = TIME;
      zip.add(file);
      file.push(typeof content === "string" ? new TextEncoder().encode(content) : content, true);
    },
    end: () => zip.end(),
  };
}
