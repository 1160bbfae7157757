import assert from "node:assert/strict";
import { test } from "node:test";
import { DocumentAssembler, splitDocument } from "../../www/worker/parts.js";

/**
 * A document of many records, with one long chain and many short ones.
 * @returns {any}
 */
const long = (count) => ({
  metadata: { title: "A long one", date: "2026-03-12" },
  entities: Array.from({ length: count }, (_, id) => ({ id, start: id, end: id + 1 })),
  chains: Array.from({ length: count / 10 }, (_, id) => ({
    id,
    mentions: Array.from({ length: id === 3 ? count : 5 }, (_, start) => ({ start })),
  })),
  quotes: [{ id: 0 }],
  quoted_terms: [],
  sentences: Array.from({ length: count / 2 }, (_, i) => [i, i + 1]),
});

/**
 * What the page receives, with objects copied as between threads.
 * @returns {any[]}
 */
const sent = (answer) => [...splitDocument(structuredClone(answer))].map((message) => structuredClone(message));

test("several documents are split and reassembled at the same time", () => {
  const answers = [10, 4000, 20_000].map((count, id) => ({ id, document: long(count), milliseconds: id, model: "m" }));
  const messages = answers.map(sent);
  assert.deepEqual(messages[0], [answers[0]], "a short one is one message");
  const joining = new DocumentAssembler();
  // One message of each in turn, an order that never occurs in practice.
  for (let i = 0; messages.some((all) => i < all.length); i++) {
    for (const all of messages) {
      const message = all[i];
      if (message?.records) joining.add(message);
      else if (message) assert.deepEqual(joining.whole(message), answers[message.id]);
    }
  }
});

test("no part is long, except for a single long chain", () => {
  for (const message of sent({ id: 0, document: long(20_000), milliseconds: 0, model: "m" })) {
    const records = message.records ?? Object.values(message.document).filter(Array.isArray).flat();
    const size = records.reduce((sum, record) => sum + 1 + (record.mentions?.length ?? 0), 0);
    assert.ok(size <= 4000 || records.length === 1, `${size} in one message`);
  }
});
