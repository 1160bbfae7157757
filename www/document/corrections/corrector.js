/**
 * The page's way to crates/corrections, a WebAssembly module that is loaded when the page has nothing else to do, or at
 * once where an article comes with corrections. All functions but `loadCorrections` and `isSound` need it to be there, unless there are no corrections.
 *
 * @typedef {import("../types.js").NewsDocument} NewsDocument
 * @typedef {import("../types.js").Range} Range
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("./types.js").History} History
 * @typedef {import("./types.js").Unapplied} Unapplied
 */

import init, { Corrector, checkHistory, reanchor } from "../../engine/corrections.js";
import { patched } from "./patch.js";

/** @type {() => Promise<BufferSource>} */
let read = () => Promise.reject(new Error("nobody has said where the corrections are"));
/** @type {Promise<void>|null} */
let loading = null;
let isLoaded = false;

/** @param {() => Promise<BufferSource>} reader gets the module's bytes */
export function readCorrectionsFrom(reader) {
  read = reader;
}

/**
 * Resolves when corrections can be applied. Where it fails, the next call tries again.
 * @returns {Promise<void>}
 */
export function loadCorrections() {
  loading ??= read()
    .then((bytes) => init({ module_or_path: bytes }))
    .then(
      () => {
        isLoaded = true;
      },
      (error) => {
        loading = null;
        throw error;
      },
    );
  return loading;
}

export const canCorrect = () => isLoaded;

/** To take in what was found in a text of this length takes no longer than one frame. */
const SHORT = 60_000;

/** What was found last, ready to be corrected. @type {{text: string, found: NewsDocument, corrector: Corrector}|null} */
let session = null;

/** @type {(text: string, found: NewsDocument) => Corrector} */
function correctorFor(text, found) {
  if (session?.found === found && session.text === text) return session.corrector;
  session?.corrector.free();
  session = null;
  session = { text, found, corrector: new Corrector(text, json(found)) };
  return session.corrector;
}

/** Whether what was found can be corrected without delay. @type {(text: string, found: NewsDocument) => boolean} */
export const isPrepared = (text, found) => isLoaded && (text.length <= SHORT || session?.found === found);

/**
 * Takes in what was found, so that corrections need not wait for it. What the page has just drawn is painted first.
 * @type {(text: string, found: NewsDocument) => Promise<void>}
 */
export async function prepareCorrections(text, found) {
  await loadCorrections();
  await new Promise((resolve) => setTimeout(resolve));
  correctorFor(text, found);
}

/** The corrections that changed nothing in a document. @type {WeakMap<NewsDocument, Unapplied[]>} */
const unapplied = new WeakMap();

/** @param {NewsDocument} document a corrected one @returns {Unapplied[]} */
export const unappliedIn = (document) => unapplied.get(document) ?? [];

/**
 * The document as it is shown and exported: what was found, with a person's corrections applied.
 * @param {string} text
 * @param {NewsDocument} found what the engine found; it is left as it is
 * @param {readonly Correction[]} corrections in the order in which they were made
 * @returns {NewsDocument}
 */
export function corrected(text, found, corrections) {
  if (corrections.length === 0) return found;
  const patch = JSON.parse(correctorFor(text, found).apply(json(corrections)));
  const document = patched(found, patch);
  unapplied.set(document, patch.unapplied);
  return document;
}

/**
 * How many places would be marked if somebody marked a range everywhere.
 * @type {(text: string, found: NewsDocument, corrections: readonly Correction[], range: Range) => number}
 */
export const placesLike = (text, found, corrections, [start, end]) =>
  correctorFor(text, found).countPlacesLike(start, end, json(corrections));

/**
 * Corrections taken along to an edited text: each goes where its passage is now, and is set aside if the passage has
 * changed.
 * @param {{text: string, found: NewsDocument|null} & History} before
 * @param {string} text
 * @returns {History}
 */
export function reanchored({ text: before, found, corrections, future, lost }, text) {
  const history = { corrections, future, lost };
  if (isEmpty(history) || (before === text && lost.length === 0)) return history;
  const moved = found
    ? correctorFor(before, found).reanchor(text, json(history))
    : reanchor(before, text, json(history));
  return JSON.parse(moved);
}

/** @param {History} history */
const isEmpty = ({ corrections, future, lost }) => corrections.length + future.length + lost.length === 0;

/**
 * Whether corrections are what they say, and are about a text and what was found in it: files come from anybody.
 * Rejected where the module is missing.
 * @param {History} history
 * @param {string} text
 * @param {NewsDocument|null} found
 */
export async function isSound(history, text, found) {
  if (isEmpty(history)) return true;
  await loadCorrections();
  try {
    checkHistory(text, json(history));
    if (found) correctorFor(text, found);
    return true;
  } catch {
    return false;
  }
}

/**
 * JSON whose strings are Unicode: half of a surrogate pair becomes U+FFFD, one unit for one.
 * @param {unknown} value
 */
function json(value) {
  const written = JSON.stringify(value);
  if (!/\\ud[89a-f]/.test(written)) return written;
  return JSON.stringify(value, (_, part) => (typeof part === "string" ? part.toWellFormed() : part));
}
