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
  const characters = atob(source.packed);
  const packed = new Uint8Array(characters.length);
  for (let i = 0; i < packed.length; i++) packed[i] = characters.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
