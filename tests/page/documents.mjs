// Documents for the tests of corrections, and what must hold of every one.

import assert from "node:assert/strict";

export const TEXT = `Mayor Ann Lee spoke in Lund on Monday. “We will pay,” Lee said.
Norrvarv, the yard, said it “won’t wait”. Bob Roe of Norrvarv left Lund.

“No,” he told Lee. The mayor said that Lund would pay. Jo Lee sang “Blue Hour”.`;

/**
 * Where words stand, the nth time.
 * @param {string} words
 * @returns {[number, number]}
 */
export function at(words, nth = 0, text = TEXT) {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  assert.ok(start >= 0, `${words} is not in the text`);
  return [start, start + words.length];
}

/**
 * What an engine could have found in TEXT; not all of it is right.
 * @returns {import("../../www/document/types.js").NewsDocument}
 */
export function found() {
  const names = /** @type {[string, number, import("../../www/document/types.js").EntityType, number|null][]} */ ([
    ["Ann Lee", 0, "PERSON", 0],
    ["Lund", 0, "GPE", 1],
    ["Monday", 0, "DATE", null],
    ["Lee", 1, "PERSON", 0],
    ["Norrvarv", 0, "GPE", 2],
    ["Bob Roe", 0, "PERSON", 3],
    ["Norrvarv", 1, "GPE", 2],
    ["Lund", 1, "GPE", 1],
    ["Lee", 2, "PERSON", 0],
    ["Lund", 2, "GPE", 1],
    ["Jo Lee", 0, "PERSON", 4],
  ]);
  const entities = names.map(([words, nth, type, chain], id) => {
    const [start, end] = at(words, nth);
    return { id, start, end, type, text: words, chain, confidence: 0.8 };
  });
  const other = /** @type {[string, number, number, "pronoun"|"nominal"][]} */ ([
    ["he", at(" he ")[0] + 1, 3, "pronoun"],
    ["The mayor", at("The mayor")[0], 0, "nominal"],
  ]);
  const chains = ["Ann Lee", "Lund", "Norrvarv", "Bob Roe", "Jo Lee"].map((name, id) => ({
    id,
    type: entities.find((one) => one.chain === id).type,
    name,
    titles: id === 0 ? [{ start: 0, end: 5, text: "Mayor" }] : [],
    mentions: [
      ...entities
        .filter((one) => one.chain === id)
        .map(({ start, end }) => ({
          start,
          end,
          kind: /** @type {const} */ ("name"),
        })),
      ...other
        .filter(([, , chain]) => chain === id)
        .map(([words, start, , kind]) => ({ start, end: start + words.length, kind })),
    ].sort((a, b) => a.start - b.start),
  }));
  const quote = (id, type, content, quoted, cue, speaker, chain) => ({
    id,
    type,
    content,
    quoted,
    cue,
    speaker,
    speaker_name: chain === null ? null : chains[chain].name,
    speaker_chain: chain,
    medium: /** @type {const} */ ("speech"),
    confidence: 0.8,
    why: "the speaker of the cue",
  });
  const he = at("he told");
  return {
    entities,
    chains,
    quotes: [
      quote(0, "direct", [at("“We will pay,”")], [at("“We will pay,”")], [at("said")], [at("Lee", 1)], 0),
      quote(1, "mixed", [at("it “won’t wait”")], [at("“won’t wait”")], [at("said", 1)], [at("Norrvarv, the yard,")], 2),
      quote(2, "direct", [at("“No,”")], [at("“No,”")], [at("told")], [[he[0], he[0] + 2]], 3),
      quote(3, "indirect", [at("Lund would pay")], [], [at("said", 2)], [at("The mayor")], 0),
    ],
    quoted_terms: [at("“Blue Hour”")],
    sentences: [],
  };
}

/** All that the schema promises of a document. */
export function check(text, { entities, chains, quotes, quoted_terms }) {
  // Whoever changes a part of a document changes that part only.
  const arrays = [
    entities,
    chains,
    quotes,
    quoted_terms,
    ...quoted_terms,
    ...chains.flatMap(({ mentions, titles }) => [mentions, titles]),
    ...quotes.flatMap((quote) =>
      [quote.content, quote.quoted, quote.cue, quote.speaker].flatMap((ranges) => [ranges, ...ranges]),
    ),
  ];
  assert.equal(new Set(arrays).size, arrays.length, "one object twice");
  const inText = ([start, end]) =>
    assert.ok(
      0 <= start && start < end && end <= text.length && text.slice(start, end).trim() !== "",
      `${start} ${end}`,
    );
  const ordered = (ranges) =>
    ranges.forEach((range, i) => {
      inText(range);
      assert.ok(i === 0 || ranges[i - 1][1] <= range[0], `${ranges[i - 1]} before ${range}`);
    });
  ordered(entities.map(({ start, end }) => [start, end]));
  ordered(quoted_terms);
  entities.forEach((entity, id) => {
    assert.equal(entity.id, id);
    assert.equal(entity.text, text.slice(entity.start, entity.end));
    assert.equal(
      entity.chain !== null,
      !["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"].includes(entity.type),
    );
    const holders = chains.filter(({ mentions }) =>
      mentions.some(({ start, end, kind }) => kind === "name" && start === entity.start && end === entity.end),
    );
    assert.deepEqual(
      holders.map((chain) => chain.id),
      entity.chain === null ? [] : [entity.chain],
      entity.text,
    );
  });
  const named = chains.flatMap((chain) => chain.mentions.filter(({ kind }) => kind === "name"));
  assert.equal(named.length, entities.filter(({ chain }) => chain !== null).length);
  chains.forEach((chain, id) => {
    assert.equal(chain.id, id);
    assert.notEqual(chain.name.trim(), "");
    assert.ok(
      chain.mentions.some(({ kind }) => kind === "name"),
      `nobody is called ${chain.name}`,
    );
    chain.mentions.forEach(({ start, end }, i) => {
      inText([start, end]);
      assert.ok(i === 0 || chain.mentions[i - 1].start <= start);
    });
  });
  quotes.forEach((quote, id) => {
    assert.equal(quote.id, id);
    for (const ranges of [quote.content, quote.quoted, quote.cue, quote.speaker]) ordered(ranges);
    assert.ok(quote.content.length > 0);
    if (quote.type === "direct") assert.deepEqual(quote.quoted, quote.content);
    assert.equal(quote.quoted.length === 0, quote.type === "indirect");
    for (const one of quote.quoted) assert.ok(quote.content.some(([start, end]) => start <= one[0] && one[1] <= end));
    if (quote.speaker_chain !== null) assert.equal(quote.speaker_name, chains[quote.speaker_chain].name);
  });
}

/** Numbers that are always the same, so that a failure can be had again. */
export function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const TYPES = ["PERSON", "ORG", "GPE", "DATE", "CARDINAL", "WORK_OF_ART"];

/** Any correction: mostly of something that is there, sometimes of anything. */
export function anyCorrection(document, below) {
  const one = (list) => list[below(list.length)];
  const anywhere = () => {
    const start = below(TEXT.length);
    return [start, start + 1 + below(Math.min(30, TEXT.length - start))];
  };
  const somewhere = (ranges) => (ranges.length && below(8) ? one(ranges) : anywhere());
  const entity = () => somewhere(document.entities.map(({ start, end }) => [start, end]));
  const mention = () =>
    somewhere(document.chains.flatMap(({ mentions }) => mentions.map(({ start, end }) => [start, end])));
  const quote = () => somewhere(document.quotes.map(({ content }) => [content[0][0], content.at(-1)[1]]));
  const everywhere = below(2) ? { everywhere: true } : {};
  return one([
    () => ({ do: "mark", at: below(2) ? entity() : anywhere(), type: one(TYPES), ...everywhere }),
    () => ({ do: "mark", at: anywhere(), was: entity(), type: one(TYPES), ...everywhere }),
    () => ({ do: "unmark", at: entity(), ...everywhere }),
    () => ({ do: "quote", at: anywhere() }),
    () => ({ do: "quote", at: anywhere(), was: quote() }),
    () => ({ do: "unquote", at: quote() }),
    () => ({ do: "speaker", at: quote(), who: one([mention(), "Kim Poe", "Lund", null]) }),
    () => ({ do: "rename", at: mention(), name: one(["Kim Poe", "X", " "]) }),
    () => ({ do: "merge", at: mention(), into: mention() }),
    () => ({ do: "move", at: mention(), to: below(2) ? mention() : null, ...everywhere }),
  ])();
}
