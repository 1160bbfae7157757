/**
 * Decodes a file: UTF-8 or UTF-16 by its byte order mark, else UTF-8 if valid, else the encoding that an HTML file
 * declares, else Windows-1252, which is common in older news archives.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(declared(bytes) ?? "windows-1252").decode(bytes);
  }
}

/**
 * The encoding that an HTML file declares, if browsers know it.
 * @param {Uint8Array} bytes
 */
function declared(bytes) {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  const label = /<meta[^>]+charset\s*=\s*["']?([-\w]+)/i.exec(head)?.[1];
  try {
    return label && !/^utf/i.test(label) ? new TextDecoder(label).encoding : null;
  } catch {
    return null;
  }
}
