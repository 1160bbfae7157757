import assert from "node:assert/strict";
import { test } from "node:test";
import { INITIAL } from "../../www/state/store.js";
import { corrector } from "./corrector.mjs";
import { anyCorrection, check, found, numbers, TEXT } from "./documents.mjs";

const { correct, redo, undo } = await import("../../www/state/corrections.js");
const { restored, saved } = await import("../../www/state/saved.js");
const { annotated } = await import("../../www/state/updates.js");

test("whatever is corrected, a document stays one; undo and redo lead back to every state", () => {
  let applying = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const below = numbers(seed);
    let state = annotated(TEXT, found(), 1)(INITIAL);
    const states = [state];
    const shown = () => JSON.stringify(state.document);
    for (let step = 0; step < 25; step++) {
      const correction = anyCorrection(state.document, below);
      state = correct(correction)(state);
      try {
        check(TEXT, state.document);
      } catch (error) {
        error.message += `\nseed ${seed}: ${JSON.stringify(state.corrections)}`;
        throw error;
      }
      states.push(state);
    }
    applying += 25 - corrector.unappliedIn(state.document).length;
    for (let step = states.length - 2; step >= 0; step--) {
      state = undo(state);
      assert.equal(shown(), JSON.stringify(states[step].document));
    }
    assert.equal(undo(state), state);
    for (let step = 1; step < states.length; step++) {
      state = redo(state);
      assert.equal(shown(), JSON.stringify(states[step].document));
    }
    assert.equal(redo(state), state);
  }
  // Enough of them had something to correct.
  assert.ok(applying > 60 * 15, `${applying} corrections`);
});

test("a new correction ends the way forward", () => {
  const start = annotated(TEXT, found(), 1)(INITIAL);
  const marked = correct({ do: "mark", at: [0, 5], type: "ORG" })(start);
  const other = correct({ do: "mark", at: [0, 5], type: "PERSON" })(undo(marked));
  assert.equal(redo(other), other);
});

test("what is saved brings back the article, its corrections and both ways of undo", () => {
  const start = annotated(TEXT, found(), 1)(INITIAL);
  const two = correct({ do: "mark", at: [0, 5], type: "ORG" })(correct({ do: "unmark", at: [6, 13] })(start));
  const left = undo(two);
  const back = restored(JSON.parse(JSON.stringify(saved(left))))(INITIAL);
  assert.deepEqual(back.document, left.document);
  assert.deepEqual(redo(back).document, two.document);
  assert.deepEqual(undo(back).document, found());
});

test("a correction costs no more than the text's length says", () => {
  const parts = Array.from({ length: 16 }, () => found());
  const long = (times) => {
    const text = `${TEXT}\n`.repeat(times);
    const document = { entities: [], chains: [], quotes: [], quoted_terms: [], sentences: [] };
    for (let i = 0; i < times; i++) {
      const by = i * (TEXT.length + 1);
      const moved = (value) => (Array.isArray(value) ? value.map(moved) : value + by);
      const part = parts[i % parts.length];
      const first = document.chains.length;
      for (const one of part.entities) {
        const id = document.entities.length;
        document.entities.push({
          ...one,
          id,
          start: one.start + by,
          end: one.end + by,
          chain: one.chain === null ? null : one.chain + first,
        });
      }
      for (const one of part.chains) {
        const mentions = one.mentions.map((m) => ({ ...m, start: m.start + by, end: m.end + by }));
        document.chains.push({ ...one, id: document.chains.length, mentions, titles: [] });
      }
      for (const one of part.quotes) {
        const ranges = Object.fromEntries(["content", "quoted", "cue", "speaker"].map((key) => [key, moved(one[key])]));
        document.quotes.push({
          ...one,
          ...ranges,
          id: document.quotes.length,
          speaker_chain: one.speaker_chain === null ? null : one.speaker_chain + first,
        });
      }
    }
    return [text, document];
  };
  /** @type {import("../../www/document/corrections/types.js").Correction[]} */
  const corrections = [
    { do: "mark", at: [6, 13], type: "ORG", everywhere: true },
    { do: "move", at: [6, 13], to: null, everywhere: true },
    { do: "unmark", at: [6, 13], everywhere: true },
    { do: "quote", at: [0, 40] },
  ];
  // Of the processor, not of the clock: others may be busy on the machine.
  /** @type {(input: [string, import("../../npm/document.js").NewsDocument], times: number) => number} */
  const time = (input, times) => {
    const start = process.cpuUsage().user;
    for (let i = 0; i < times; i++) corrector.corrected(...input, corrections);
    return process.cpuUsage().user - start;
  };
  const best = (input, times) => Math.min(...[1, 2, 3].map(() => time(input, times)));
  const [short, longer] = [best(long(100), 16), best(long(1600), 1)];
  assert.ok(longer < short * 6, `sixteen times the text takes ${longer / short} times sixteen times as long`);
});
