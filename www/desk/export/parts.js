/**
 * What is written, a part at a time. Much of it is put into blobs at once, which browsers keep on disk.
 */

/** How much is kept outside of blobs. */
const SIZE = 4_000_000;

export function createParts() {
  /** @type {Blob[]} */
  const blobs = [];
  /** @type {(string|Uint8Array<ArrayBuffer>)[]} */
  let latest = [];
  let size = 0;

  function pack() {
    blobs.push(new Blob(latest));
    latest = [];
    size = 0;
  }
  return {
    /** @param {string|Uint8Array<ArrayBuffer>} part */
    add(part) {
      latest.push(part);
      size += part.length;
      if (size >= SIZE) pack();
    },
    /** @param {string} type */
    whole(type) {
      pack();
      return new Blob(blobs, { type });
    },
  };
}
