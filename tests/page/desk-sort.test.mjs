import assert from "node:assert/strict";
import { test } from "node:test";
import { sorted } from "../../www/desk/table/sort.js";

/** @template T @param {Generator<number, T>} work */
function finished(work) {
  let steps = 0;
  for (;;) {
    const { done, value } = work.next();
    if (done) return { result: /** @type {T} */ (value), steps };
    steps++;
  }
}

test("sorting in steps gives what sorting at once gives, and keeps the order of equals", () => {
  for (const length of [0, 1, 3999, 4000, 4001, 30_000]) {
    const items = Array.from({ length }, (_, i) => ({ key: (i * 7919) % 101, place: i }));
    const { result, steps } = finished(sorted(items, (a, b) => a.key - b.key));
    assert.deepEqual(
      result,
      items.toSorted((a, b) => a.key - b.key),
      String(length),
    );
    assert.ok(steps >= length / 4000, `${steps} steps for ${length}`);
  }
});
