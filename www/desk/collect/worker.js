/**
 * The worker that takes articles out of archives and tables. The page asks for some after it has stored the last ones, so
 * nothing piles up.
 *
 * @typedef {import("./archive.js").FileRead} FileRead
 * @typedef {import("./tables.js").RowRead} RowRead
 * @typedef {{id: number, open: File, kind: import("./kinds.js").Container}|{id: number, next: number}|{id: number, close: number}} Request
 * @typedef {{items: (FileRead|RowRead)[], done: boolean, problem?: string}} Some
 */

import { filesIn } from "./archive.js";
import { rowsOf } from "./tables.js";

/** How many items, and how many characters or bytes of them, are sent at once. */
const ITEMS = 50;
const SIZE = 500_000;

/** @type {Map<number, AsyncGenerator<FileRead|RowRead>>} */
const readers = new Map();

self.onmessage = async ({ data }) => {
  const { id } = data;
  self.postMessage({ id, answer: await answer(data).catch(failed) });
};

/** @param {Request} request */
async function answer(request) {
  if ("open" in request) {
    const { open, kind } = request;
    readers.set(request.id, kind === "zip" ? filesIn(open) : rowsOf(open, kind));
    return request.id;
  }
  if ("close" in request) {
    await readers.get(request.close)?.return(undefined);
    readers.delete(request.close);
    return null;
  }
  return some(request.next);
}

/** @param {number} from @returns {Promise<Some>} */
async function some(from) {
  const reader = readers.get(from);
  /** @type {(FileRead|RowRead)[]} */
  const items = [];
  for (let size = 0; reader && items.length < ITEMS && size < SIZE; ) {
    const { value, done } = await reader.next();
    if (done || !value) {
      readers.delete(from);
      return { items, done: true };
    }
    items.push(value);
    size += sizeOf(value);
  }
  return { items, done: !reader };
}

/** @param {FileRead|RowRead} item */
function sizeOf(item) {
  if ("blob" in item) return item.blob.size;
  if (!("fields" in item)) return 0;
  let size = 0;
  for (const value of Object.values(item.fields)) size += typeof value === "string" ? value.length : 100;
  return size;
}

/** @param {unknown} error @returns {Some} */
const failed = (error) => ({
  items: [],
  done: true,
  problem: error instanceof Error && error.name === "NotReadableError" ? "moved" : String(error),
});
