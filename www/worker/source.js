/**
 * A file that a worker needs: itself, or its address, or as the one-file form has it, compressed and as text.
 * @typedef {{bytes: ArrayBuffer} | {url: string} | {packed: string}} Source
 */

/**
 * The bytes themselves, not a stream to compile: so it does not matter what type a server says they are.
 * @param {Source} source
 * @returns {Promise<ArrayBuffer>}
 */
export async function bytes(source) {
  if ("bytes" in source) return source.bytes;
  if ("url" in source) {
    const response = await fetch(source.url);
    if (!response.ok) throw new Error(`The server has no ${new URL(source.url).pathname} (it answers ${response.status})`);
    return response.arrayBuffer();
  }
  const stream = new Blob([decoded(source.packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
function decoded(base64) {
  if ("fromBase64" in Uint8Array) return /** @type {any} */ (Uint8Array).fromBase64(base64);
  // Browsers before 2025: some hundredths of a second more.
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
