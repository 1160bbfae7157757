/**
 * Error messages that say why there is no annotation and what to do.
 *
 * @typedef {Object} Failure why the engine is unavailable, as reported by the worker
 * @property {"script"|"offline"|"missing"|"copy"|"old"|"off"|"forbidden"|"engine"|"model"} kind
 * @property {string} detail
 */

/** The engine could not be started. */
export class StartError extends Error {
  /** @param {Failure} failure */
  constructor(failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

const AGAIN = "Reload the page to try again.";
const COPY = "If that does not help, the administrator of this page has to copy its whole folder again.";

const POLICY = "A content security policy sent by the server must allow what the page’s own policy allows.";

/** @type {Record<Failure["kind"], (detail: string) => string>} */
const SENTENCES = {
  script: () => `${AGAIN} ${COPY} ${POLICY}`,
  offline: () => `The server cannot be reached. Check your connection, then reload the page.`,
  missing: (detail) => `${detail}. ${AGAIN} ${COPY}`,
  copy: () => "This copy of the page is damaged. Download newsmark.html again.",
  old: () =>
    "This browser is too old: it does not support WebAssembly SIMD. Use Chrome or Edge 91, Firefox 89, Safari 16.4, or later.",
  off: () =>
    "WebAssembly is switched off in this browser, and Newsmark cannot work without it. Allow it for this page, then reload.",
  forbidden: () => `This page’s server does not allow WebAssembly. ${POLICY}`,
  engine: () => `The file engine/newsmark_bg.wasm is damaged or belongs to another version. ${AGAIN} ${COPY}`,
  model: (detail) => `The model cannot be loaded: ${detail}. ${AGAIN} ${COPY}`,
};

/** @param {unknown} error why the engine could not be started */
export function startErrorMessage(error) {
  const why = error instanceof StartError ? SENTENCES[error.failure.kind](error.failure.detail) : AGAIN;
  return `The annotator could not be started. ${why}`;
}

/** In characters. A text longer than this may exceed the browser's memory. */
const LONG = 5_000_000;

/**
 * @param {unknown} error why a text could not be annotated
 * @param {string} text
 */
export function annotateErrorMessage(error, text) {
  if (error instanceof StartError) return `${startErrorMessage(error)} Your text is still in the box.`;
  const advice =
    text.length > LONG
      ? "It may be too long for this browser’s memory. Try part of it."
      : "Try again, or try part of it.";
  return `The annotator crashed twice on this text. ${advice} Your text is still in the box.`;
}
