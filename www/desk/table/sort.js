/** Sorts long lists in short steps. */

/** The length of what is sorted, and of what is merged, in one step. */
const STEP = 4000;

/**
 * A sorted copy; equal items keep their order.
 * @template T
 * @param {readonly T[]} items
 * @param {(a: T, b: T) => number} compare
 * @returns {Generator<number, T[]>} each step yields how many items it has handled
 */
export function* sorted(items, compare) {
  /** @type {T[][]} */
  let runs = [];
  for (let at = 0; at < items.length; at += STEP) {
    const run = items.slice(at, at + STEP).sort(compare);
    runs.push(run);
    yield run.length;
  }
  while (runs.length > 1) {
    const merged = [];
    for (let i = 0; i < runs.length; i += 2)
      merged.push(i + 1 < runs.length ? yield* mergedPair(runs[i], runs[i + 1], compare) : runs[i]);
    runs = merged;
  }
  return runs[0] ?? [];
}

/**
 * @template T
 * @param {T[]} a
 * @param {T[]} b
 * @param {(a: T, b: T) => number} compare
 * @returns {Generator<number, T[]>}
 */
function* mergedPair(a, b, compare) {
  const all = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (j >= b.length || (i < a.length && compare(a[i], b[j]) <= 0)) all.push(a[i++]);
    else all.push(b[j++]);
    if (all.length % STEP === 0) yield STEP;
  }
  return all;
}
