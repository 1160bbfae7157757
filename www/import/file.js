/**
 * The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 without one; what is no UTF-8 is read as
 * Windows-1252, which older news archives are in.
 * @param {Blob} file
 * @returns {Promise<string>}
 */
export async function fileText(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
