import assert from "node:assert/strict";
import { test } from "node:test";
import { isCorrection, isLost } from "../../www/document/corrections/valid.js";
import { anyCorrection, found, numbers, TEXT } from "./documents.mjs";

const valid = (value) => isCorrection(value, TEXT.length);

test("what the page makes is taken back from a file, unless it was tampered with", () => {
  const below = numbers(7);
  for (let i = 0; i < 500; i++) {
    const correction = anyCorrection(found(), below);
    if (correction.name === " ") continue;
    assert.ok(valid(JSON.parse(JSON.stringify(correction))), JSON.stringify(correction));
    for (const key of Object.keys(correction)) {
      if (!["everywhere", "was"].includes(key))
        assert.ok(!valid({ ...correction, [key]: undefined }), `${key} of ${JSON.stringify(correction)}`);
      assert.ok(!valid({ ...correction, [key]: 7 }), `${key} of ${JSON.stringify(correction)}`);
    }
    assert.ok(!valid({ ...correction, more: 1 }));
  }
});

test("places outside of the text, backwards or no numbers are none", () => {
  for (const at of [[-1, 2], [5, 5], [6, 5], [0, TEXT.length + 1], [0.5, 2], ["0", 2], [0], [0, 1, 2], null, {}]) {
    assert.ok(!valid({ do: "unmark", at }), JSON.stringify(at));
  }
  for (const value of [
    null,
    1,
    "unmark",
    [],
    {},
    { do: "toString", at: [0, 1] },
    { do: "mark", at: [0, 1], type: "constructor" },
  ]) {
    assert.ok(!valid(value), JSON.stringify(value));
  }
});

test("what was put aside stays within its passages", () => {
  const correction = { do: "merge", at: [0, 3], into: [2, 5] };
  assert.ok(isLost({ correction, passages: ["Ann Lee", "Jo Lee"] }));
  assert.ok(!isLost({ correction, passages: ["Ann Lee", "Jo"] }));
  assert.ok(!isLost({ correction, passages: ["Ann Lee"] }));
  assert.ok(!isLost({ correction, passages: ["Ann Lee", 5] }));
  assert.ok(!isLost(null));
});
