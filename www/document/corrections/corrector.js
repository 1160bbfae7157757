/**
 * Calls crates/corrections, a WebAssembly module of its own. The page loads it when it is idle, or at once if an article
 * has corrections. Unless there are no corrections, all functions but `loadCorrections` and `isSound` need the module.
 *
 * @typedef {import("../types.js").NewsDocument} NewsDocument
 * @typedef {import("../types.js").Range} Range
 * @typedef {import("./types.js").Correction} Correction
 * @typedef {import("./types.js").History} History
 * @typedef {import("./types.js").Unapplied} Unapplied
 */

import init, { Corrector, checkHistory, reanchor } from "../../engine/corrections.js";
import { wellFormedJson } from "../well-formed.js";
import { patched } from "./patch.js";

/** @type {() => Promise<BufferSource>} */
let read = () => Promise.reject(new Error("the address of the corrections module is not set"));
/** @type {Promise<void>|null} */
let loading = null;
let isLoaded = false;

/** @param {() => Promise<BufferSource>} reader gets the module's bytes */
export function readCorrectionsFrom(reader) {
  read = reader;
}

/**
 * Resolves when corrections can be applied. If loading fails, the next call tries again.
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

/** A text up to this length (UTF-16 units) is prepared for corrections within one frame. */
const SHORT = 60_000;

/** The document that is ready to be corrected. @type {{text: string, found: NewsDocument, corrector: Corrector}|null} */
let session = null;

/** @type {(text: string, found: NewsDocument) => Corrector} */
function correctorFor(text, found) {
  if (session?.found === found && session.text === text) return session.corrector;
  session?.corrector.free();
  session = null;
  session = { text, found, corrector: new Corrector(text, wellFormedJson(found)) };
  return session.corrector;
}

/** Whether what was found can be corrected without delay. @type {(text: string, found: NewsDocument) => boolean} */
export const isPrepared = (text, found) => isLoaded && (text.length <= SHORT || session?.found === found);

/**
 * Prepares a document for corrections, so that the first one is fast. Waits until the browser has painted.
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
  const patch = JSON.parse(correctorFor(text, found).apply(wellFormedJson(corrections)));
  const document = patched(found, patch);
  unapplied.set(document, patch.unapplied);
  return document;
}

/**
 * How many places would be marked if a range were marked everywhere.
 * @type {(text: string, found: NewsDocument, corrections: readonly Correction[], range: Range) => number}
 */
export const placesLike = (text, found, corrections, [start, end]) =>
  correctorFor(text, found).countPlacesLike(start, end, wellFormedJson(corrections));

/**
 * Moves corrections to an edited text. A correction follows its passage, or is set aside if the passage has changed.
 * @param {{text: string, found: NewsDocument|null} & History} before
 * @param {string} text
 * @returns {History}
 */
export function reanchored({ text: before, found, corrections, future, lost }, text) {
  const history = { corrections, future, lost };
  if (isEmpty(history) || (before === text && lost.length === 0)) return history;
  const moved = found
    ? correctorFor(before, found).reanchor(text, wellFormedJson(history))
    : reanchor(before, text, wellFormedJson(history));
  return JSON.parse(moved);
}

/** @param {History} history */
const isEmpty = ({ corrections, future, lost }) => corrections.length + future.length + lost.length === 0;

/**
 * Whether corrections have the right form and belong to a text and its document. Files can come from anywhere.
 * Rejects if the module cannot be loaded.
 * @param {History} history
 * @param {string} text
 * @param {NewsDocument|null} found
 */
export async function isSound(history, text, found) {
  if (isEmpty(history)) return true;
  await loadCorrections();
  try {
    checkHistory(text, wellFormedJson(history));
    if (found) correctorFor(text, found);
    return true;
  } catch {
    return false;
  }
}
