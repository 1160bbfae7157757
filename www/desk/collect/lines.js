/**
 * The text of a file, piece by piece, so that a file may be larger than the memory.
 */

/** UTF-16 and UTF-8 by their byte order marks. @type {[number[], string][]} */
const MARKS = [
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** Bytes that decide about the encoding. */
const HEAD = 1 << 16;

/**
 * @param {Blob} file
 * @returns {AsyncGenerator<{text: string, share: number, isLast: boolean}>} with the share of the file that has been read
 */
export async function* textOf(file) {
  let read = 0;
  const counting = new TransformStream({
    transform(bytes, controller) {
      read += bytes.length;
      controller.enqueue(bytes);
    },
  });
  /** @type {ReadableStream<any>} */
  let stream = file.stream().pipeThrough(counting);
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const isPacked = head[0] === 0x1f && head[1] === 0x8b;
  if (isPacked) stream = stream.pipeThrough(new DecompressionStream("gzip"));
  /** @type {TextDecoder|null} */
  let decoder = null;
  for await (const bytes of chunks(stream)) {
    // The beginning of a compressed file is known only now.
    decoder ??= new TextDecoder(encodingOf(isPacked ? bytes : head));
    yield { text: decoder.decode(bytes, { stream: true }), share: read / file.size, isLast: false };
  }
  yield { text: decoder?.decode() ?? "", share: 1, isLast: true };
}

/** Safari's streams cannot be iterated. @param {ReadableStream<Uint8Array>} stream */
async function* chunks(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** @param {Uint8Array} head */
function encodingOf(head) {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => head[at] === byte));
  if (marked) return marked[1];
  try {
    // The last character may be cut.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/**
 * The lines of a file.
 * @param {Blob} file
 * @returns {AsyncGenerator<{line: string, number: number, share: number}>}
 */
export async function* linesOf(file) {
  let rest = "";
  let number = 0;
  for await (const { text, share } of textOf(file)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield { line, number: ++number, share };
  }
  if (rest !== "") yield { line: rest, number: ++number, share: 1 };
}
