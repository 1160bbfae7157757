/**
 * A file that a worker needs: itself, or its address, or as the one-file form has it, compressed and as
 * text: that text, or the name under which its pieces will come.
 * @typedef {{bytes: ArrayBuffer} | {url: string} | {packed: string} | {pieces: string}} Source
 * @typedef {import("./embedded.js").Piece} Piece
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
    if (!response.ok)
      throw new Error(`The server has no ${new URL(source.url).pathname} (it answers ${response.status})`);
    return response.arrayBuffer();
  }
  if ("pieces" in source) return unpackerFor(source.pieces).whole;
  const whole = new Unpacker();
  whole.add(source.packed);
  whole.end();
  return whole.whole;
}

/** What is on its way, by name. @type {Map<string, Unpacker>} */
const unpackers = new Map();

/** @param {string} name */
function unpackerFor(name) {
  const known = unpackers.get(name) ?? new Unpacker();
  unpackers.set(name, known);
  return known;
}

/** Takes in what a page sends with sendPieces. @param {Piece} piece */
export function receivePiece({ piece, text, last }) {
  const unpacker = unpackerFor(piece);
  unpacker.add(text);
  if (last) unpacker.end();
}

/** From base64 of what gzip made, piece by piece, to bytes. */
class Unpacker {
  #gzip = new DecompressionStream("gzip");
  #writer = this.#gzip.writable.getWriter();
  whole = new Response(this.#gzip.readable).arrayBuffer();

  constructor() {
    // Whoever asks for it is told what is wrong; nobody else needs to be.
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
  // Browsers before 2025: some hundredths of a second more.
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i);
  return bytes;
}
