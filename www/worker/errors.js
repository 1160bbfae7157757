/**
 * Why there is no annotation, in sentences that say what to do.
 *
 * @typedef {Object} Failure why the engine is not there, as the worker tells it
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
const COPY = "If that does not help, whoever looks after this page has to copy its whole folder again.";

const POLICY = "A content security policy that the server sends has to allow what the page’s own one allows.";

/** @type {Record<Failure["kind"], (detail: string) => string>} */
const SENTENCES = {
  script: () => `${AGAIN} ${COPY} ${POLICY}`,
  offline: () => `The server cannot be reached. Look at the connection, then reload the page.`,
  missing: (detail) => `${detail}. ${AGAIN} ${COPY}`,
  copy: () => "This copy of the page is damaged. Get the file newsmark.html again.",
  old: () =>
    "This browser is too old: it has no WebAssembly SIMD. Chrome and Edge have it from version 91, Firefox from 89, Safari from 16.4.",
  off: () =>
    "WebAssembly is switched off in this browser. Newsmark does all its work with it: allow it for this page, then reload.",
  forbidden: () => `This page’s server forbids it to use WebAssembly. ${POLICY}`,
  engine: () => `The file engine/newsmark_bg.wasm is damaged or of another version. ${AGAIN} ${COPY}`,
  model: (detail) => `The model cannot be used: ${detail}. ${AGAIN} ${COPY}`,
};

/** @param {unknown} error why the engine could not be started */
export function startErrorMessage(error) {
  const why = error instanceof StartError ? SENTENCES[error.failure.kind](error.failure.detail) : AGAIN;
  return `The annotator could not be started. ${why}`;
}

/** Letters of a text that may be too much for a browser's memory. */
const LONG = 5_000_000;

/**
 * @param {unknown} error why a text could not be annotated
 * @param {string} text
 */
export function annotateErrorMessage(error, text) {
  if (error instanceof StartError) return `${startErrorMessage(error)} Your text is still in the box.`;
  const advice =
    text.length > LONG
      ? "It may be too long for this browser’s memory: try a part of it."
      : "Try it again, or in parts.";
  return `The annotator broke down over this text, twice. ${advice} Your text is still in the box.`;
}
