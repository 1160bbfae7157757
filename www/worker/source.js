/**
 * A file that a worker needs: its bytes, its address, or its compressed text from the one-file form, either complete or
 * as the name of pieces that follow.
 * @typedef {{bytes: ArrayBuffer} | {url: string} | {packed: string} | {pieces: string}} Source
 * @typedef {import("./embedded.js").Piece} Piece
 */

/**
 * Loads the bytes rather than compiling a stream, so that the content type sent by the server does not matter.
 * @param {Source} source
 * @returns {Promise<ArrayBuffer>}
 */
export async function bytes(source) {
  if ("bytes" in source) return source.bytes;
  if ("url" in source) {
    const response = await fetch(source.url);
    if (!response.ok)
      throw new Error(`The server could not deliver ${new URL(source.url).pathname} (status ${response.status})`);
    return response.arrayBuffer();
  }
  if ("pieces" in source) return unpackerFor(source.pieces).whole;
  const whole = new Unpacker();
  whole.add(source.packed);
  whole.end();
  return whole.whole;
}

/** Files being received, by name. @type {Map<string, Unpacker>} */
const unpackers = new Map();

/** @param {string} name */
function unpackerFor(name) {
  const known = unpackers.get(name) ?? new Unpacker();
  unpackers.set(name, known);
  return known;
}

/** Receives a piece that the page sent with sendPieces(). @param {Piece} piece */
export function receivePiece({ piece, text, last }) {
  const unpacker = unpackerFor(piece);
  unpacker.add(text);
  if (last) unpacker.end();
}

/** Decodes base64 and decompresses gzip, piece by piece. */
class Unpacker {
  #gzip = new DecompressionStream("gzip");
  #writer = this.#gzip.writable.getWriter();
  whole = new Response(this.#gzip.readable).arrayBuffer();

  constructor() {
    // Those who wait for it see the error; nobody else needs to.
    this.whole.catch(() => {});
  }

  /** @param {string} base64 of whole bytes */
  add(base64) {
    try {
      this.#writer.write(decoded(base64)).catch(() => {});
    } catch (error) {
      this.#writer.abort(error).catch(() => {});
    }
  }

  end() {
    this.#writer.close().catch(() => {});
  }
}

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer>} */
function decoded(base64) {
  if ("fromBase64" in Uint8Array) return /** @type {any} */ (Uint8Array).fromBase64(base64);
  // Browsers before 2025; some hundredths of a second slower.
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
