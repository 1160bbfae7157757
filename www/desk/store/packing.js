/**
 * Compresses documents before they are stored. A document has ten times the bytes of its text, and compressed no more
 * than the text.
 */

/** @param {string} json @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function packed(json) {
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {Uint8Array<ArrayBuffer>|string} stored @returns {Promise<string>} */
export async function unpacked(stored) {
  if (typeof stored === "string") return stored;
  return new Response(new Blob([stored]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}
