/**
 * Which parts of an edited text were there before the edit. Words are compared, which costs about as
 * much as was edited. Where that is a great deal, paragraphs are compared first and then words in those
 * that differ; and where even that is too much, nothing is said to have been kept.
 *
 * @typedef {import("../types.js").Range} Range
 * @typedef {{removed: string, added: string, same: string}} Row
 * @typedef {{from: number, to: number, length: number}} Run a stretch kept: where it was, where it is now
 */

import { diffArrays } from "../../vendor/diff.js";

/** How many words or paragraphs may be missing or new; the cost grows with the square of it. */
const MOST_EDITS = 1500;

/** With the blank lines after them: two blank lines say nothing of what is around them. */
const PARAGRAPHS = /[^\n]*\n+|[^\n]+$/g;
const WORDS = /[\p{L}\p{M}\p{N}]+|\s+|[\s\S]/gu;

/** How many more words than its own must stand around a range, for it to be the same passage. */
const CONTEXT = 3;

/** Texts that have less than this share of the shorter one in common are two texts. */
const SAME_TEXT = 0.2;

/**
 * @param {string} before
 * @param {string} after
 */
export function align(before, after) {
  const runs = kept(before, after);
  return {
    runs,
    /**
     * Where a range is now; null if its passage has changed.
     * @param {Range} range
     * @returns {Range|null}
     */
    place([start, end]) {
      const run = runAt(runs, start);
      if (!run || end > run.from + run.length) return null;
      const around = `${before.slice(run.from, start)} ${before.slice(end, run.from + run.length)}`;
      const words = around.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      if (words < CONTEXT && !bounded(run)) return null;
      return [start + run.to - run.from, end + run.to - run.from];
    },
  };

  /** A run that is all of a text's line, or of the text, is the same passage however short. @param {Run} run */
  function bounded({ from, to, length }) {
    const opens = (/** @type {string} */ text, /** @type {number} */ at) => at === 0 || text[at - 1] === "\n";
    const closes = (/** @type {string} */ text, /** @type {number} */ at) =>
      at === text.length || /[\r\n]/.test(text[at]) || text[at - 1] === "\n";
    return opens(before, from) && opens(after, to) && closes(before, from + length) && closes(after, to + length);
  }
}

/** @type {(before: string, after: string) => Run[]} in order, each as long as it can be */
function kept(before, after) {
  /** @type {Run[]} */
  const runs = [];
  /** @param {Run} run */
  const add = (run) => {
    const last = runs.at(-1);
    if (last && last.from + last.length === run.from && last.to + last.length === run.to) last.length += run.length;
    else runs.push(run);
  };
  /** @type {(rows: Row[], from: number, to: number, inner: boolean) => void} */
  const walk = (rows, from, to, inner) => {
    for (const { removed, added, same } of rows) {
      if (inner && removed && added) walk(rowsOf(removed, added, WORDS) ?? [], from, to, false);
      from += removed.length;
      to += added.length;
      if (same) add({ from, to, length: same.length });
      from += same.length;
      to += same.length;
    }
  };
  const words = rowsOf(before, after, WORDS);
  if (words) walk(words, 0, 0, false);
  else walk(rowsOf(before, after, PARAGRAPHS) ?? [{ removed: before, added: after, same: "" }], 0, 0, true);
  const common = runs.reduce((sum, { length }) => sum + length, 0);
  return common < SAME_TEXT * Math.min(before.length, after.length) ? [] : runs;
}

/**
 * Two texts as what is only in the one, only in the other, and then in both, again and again.
 * @type {(before: string, after: string, unit: RegExp) => Row[]|null} null if they differ too much
 */
function rowsOf(before, after, unit) {
  const changes = diffArrays(before.match(unit) ?? [], after.match(unit) ?? [], { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  const found = [{ removed: "", added: "", same: "" }];
  for (const { added, removed, value } of changes) {
    const last = found[found.length - 1];
    if (!added && !removed) last.same = value.join("");
    else if (last.same)
      found.push({ removed: removed ? value.join("") : "", added: added ? value.join("") : "", same: "" });
    else if (added) last.added += value.join("");
    else last.removed += value.join("");
  }
  return found;
}

/** @type {(runs: Run[], at: number) => Run|undefined} */
function runAt(runs, at) {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle].from + runs[middle].length > at) high = middle;
    else low = middle + 1;
  }
  return runs[low] && runs[low].from <= at ? runs[low] : undefined;
}
