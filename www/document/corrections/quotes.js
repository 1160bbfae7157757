/**
 * Correcting what is a quotation and who says it.
 *
 * @typedef {import("../types.js").Range} Range
 * @typedef {import("../types.js").QuoteType} QuoteType
 * @typedef {import("./draft.js").Draft} Draft
 * @typedef {import("./draft.js").DraftQuote} DraftQuote
 * @typedef {import("./draft.js").DraftChain} DraftChain
 */

import { chainsByName, mentionAt } from "./chains.js";
import { byStart, covers, overlap, overlapping, sameRange, trimmed, whole } from "./spans.js";

/** @type {(draft: Draft, at: Range) => DraftQuote|undefined} */
const quoteAt = (draft, at) => draft.quotes.find((quote) => sameRange(whole(quote.content), at));

/**
 * A quotation marked by hand takes the place of those that it overlaps, and has the speaker from the
 * one that it has most in common with. Inside the marks of another it is one of its own.
 * @type {(draft: Draft, correction: import("./types.js").MarkQuote) => boolean}
 */
export function markQuote(draft, { at, was }) {
  const own = trimmed(draft.text, at);
  if (!own) return false;
  const old = was && quoteAt(draft, was);
  const stretch = draft.lineGroups.find((one) => sameRange(one, own));
  const gone = draft.quotes.filter((quote) => {
    if (quote === old) return true;
    const around = stretch && quote.quoted.some((outer) => covers(outer, own) && !sameRange(outer, own));
    return !around && quote.content.some((piece) => overlap(piece, own));
  });
  const heir =
    old ??
    gone.reduce(
      (/** @type {DraftQuote|null} */ best, one) => (best && shared(best, own) >= shared(one, own) ? best : one),
      null,
    );
  const content = pieces(draft.text, own, heir ? [...heir.cue, ...heir.speaker] : []);
  if (content.length === 0) return false;
  // Copies: no two parts of a document are the same object.
  const quoted = content.flatMap((piece) => quotedIn(draft, piece)).map(copy);
  const type = typeOf(draft.text, content, quoted);
  /** @type {DraftQuote} */
  const made = {
    // What is all in marks is exactly what is in them.
    type,
    content: type === "direct" ? quoted.map(copy) : content,
    quoted,
    cue: heir?.cue ?? [],
    speaker: heir?.speaker ?? [],
    speaker_name: heir?.speaker_name ?? null,
    chain: heir?.chain ?? null,
    confidence: 1,
    why: "marked by you",
    by: "you",
  };
  draft.quotes = [...draft.quotes.filter((quote) => !gone.includes(quote)), made].sort((a, b) =>
    byStart(whole(a.content), whole(b.content)),
  );
  const free = gone.flatMap((quote) => quote.quoted).filter((one) => !quoted.some((range) => overlap(range, one)));
  draft.terms = termsWith(
    draft.terms.filter((term) => !quoted.some((range) => overlap(range, term))),
    free,
  );
  return true;
}

/** @type {(draft: Draft, correction: import("./types.js").UnmarkQuote) => boolean} */
export function unmarkQuote(draft, { at }) {
  const quote = quoteAt(draft, at);
  if (!quote) return !draft.quotes.some((other) => other.content.some((piece) => overlap(piece, at)));
  draft.quotes = draft.quotes.filter((other) => other !== quote);
  // What stands in marks and is nobody's speech is a quoted term.
  const said = draft.quotes.flatMap((other) => other.quoted);
  draft.terms = termsWith(
    draft.terms,
    quote.quoted.filter((range) => !said.some((other) => overlap(other, range))),
  );
  return true;
}

/** @type {(draft: Draft, correction: import("./types.js").SetSpeaker) => boolean} */
export function setSpeaker(draft, { at, who }) {
  const quote = quoteAt(draft, at);
  if (!quote) return false;
  const chain = Array.isArray(who)
    ? (mentionAt(draft, who)?.chain ?? null)
    : who === null
      ? null
      : chainCalled(draft, who);
  if (Array.isArray(who) && !chain) return false;
  const speaker = who === null ? [] : quote.speaker.filter((words) => mayBe(draft, words, chain));
  for (const words of speaker) {
    const spoken = chain && mentionAt(draft, words);
    if (!spoken || spoken.mention.kind === "name" || spoken.chain === chain) continue;
    spoken.chain.mentions.delete(spoken.mention);
    chain.mentions.add(spoken.mention);
  }
  Object.assign(quote, {
    chain,
    speaker,
    speaker_name: typeof who === "string" && !chain ? who.trim() : null,
    confidence: 1,
    why: who === null ? "you say that nobody is named" : "the speaker is your choice",
    by: "you",
  });
  return true;
}

/** @type {(draft: Draft, name: string) => DraftChain|null} */
function chainCalled(draft, name) {
  const { find } = chainsByName(draft);
  return find(name, "PERSON") ?? find(name, "ORG") ?? find(name, "GPE") ?? find(name, "NORP");
}

/**
 * The words that name one person are no words for another; "he" may well be.
 * @type {(draft: Draft, words: Range, chain: DraftChain|null) => boolean}
 */
function mayBe(draft, words, chain) {
  const named = overlapping(draft.entities, words);
  return (
    named.some((entity) => chain !== null && entity.chain === chain) ||
    !named.some((entity) => entity.type === "PERSON")
  );
}

/**
 * What of a range is said, where cue and speaker stand within it.
 * @param {string} text
 * @param {Range} range
 * @param {Range[]} others
 * @returns {Range[]}
 */
function pieces(text, [start, end], others) {
  const holes = others.filter((hole) => overlap(hole, [start, end])).sort(byStart);
  const edges = [start, ...holes.flat(), end];
  /** @type {Range[]} */
  const found = [];
  for (let i = 0; i < edges.length; i += 2) {
    const piece = edges[i] < edges[i + 1] ? trimmed(text, [edges[i], edges[i + 1]]) : null;
    if (piece && /[\p{L}\p{N}]/u.test(text.slice(...piece))) found.push(piece);
  }
  return found;
}

/**
 * What of a range stands in quotation marks: the stretches in it without those inside others, or,
 * where it lies within one, all of it.
 * @param {Draft} draft
 * @param {Range} range
 * @returns {Range[]}
 */
function quotedIn({ text, lineGroups }, range) {
  const near = lineGroups.filter((stretch) => overlap(stretch, range));
  const inside = near.filter((stretch) => covers(range, stretch));
  const outer = inside.filter((stretch) => !inside.some((other) => other !== stretch && covers(other, stretch)));
  if (outer.length > 0) return outer;
  if (near.some((stretch) => covers(stretch, range)) || /^["“„«]|["”»]$/.test(text.slice(...range))) return [range];
  const [crossed] = near;
  const part = crossed && trimmed(text, [Math.max(crossed[0], range[0]), Math.min(crossed[1], range[1])]);
  return part ? [part] : [];
}

/** @type {(text: string, content: Range[], quoted: Range[]) => QuoteType} */
function typeOf(text, content, quoted) {
  if (quoted.length === 0) return "indirect";
  const letters = (/** @type {Range[]} */ ranges) =>
    ranges
      .map((range) => text.slice(...range))
      .join("")
      .match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters(quoted) === letters(content) ? "direct" : "mixed";
}

/** @type {(range: Range) => Range} */
const copy = ([start, end]) => [start, end];

/** @type {(quote: DraftQuote, range: Range) => number} */
const shared = ({ content }, [start, end]) =>
  content.reduce((sum, piece) => sum + Math.max(0, Math.min(end, piece[1]) - Math.max(start, piece[0])), 0);

/** @type {(terms: Range[], more: Range[]) => Range[]} */
const termsWith = (terms, more) =>
  [...terms, ...more.filter((one) => !terms.some((term) => overlap(term, one)))].sort(byStart);
