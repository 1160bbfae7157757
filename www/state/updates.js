/**
 * All updates of the state, as pure functions.
 *
 * @typedef {import("./store.js").State} State
 * @typedef {import("./store.js").Target} Target
 * @typedef {import("./store.js").Update} Update
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 */

import { corrected } from "../document/corrections/corrector.js";
import { withMetadata } from "../document/metadata.js";
import { EMPTY_ARTICLE, withFound } from "./corrections.js";

/** @type {Update} */
export const engineReady = (state) => (state.phase === "loading" ? { ...state, phase: "ready" } : state);

/** @type {(message: string) => Update} */
export const engineFailed = (message) => (state) => ({ ...state, phase: "error", error: message });

/** Shows an error message; the engine is not affected. @type {(message: string) => Update} */
export const showError = (message) => (state) => ({ ...state, error: message });

/** @type {Update} */
export const annotationStarted = (state) => ({ ...state, phase: "working", error: "", progress: null });

/** @type {(share: number) => Update} */
export const annotationProgressed = (share) => (state) => ({ ...state, progress: share });

/**
 * The beginning of a long text has been annotated; the rest is in progress.
 * @type {(text: string, found: NewsDocument, model: string) => Update}
 */
export const beginningAnnotated = (text, found, model) => (state) => ({
  ...annotated(text, found, 0, model)(state),
  phase: "working",
  partial: true,
});

/**
 * A text has been annotated. Corrections made before it was edited are reanchored in it.
 * @type {(text: string, found: NewsDocument, milliseconds: number, model?: string) => Update}
 */
export const annotated =
  (text, found, milliseconds, model = "") =>
  (state) => ({
    ...state,
    phase: "ready",
    view: "reading",
    error: "",
    partial: false,
    text,
    milliseconds,
    model,
    pointed: null,
    pinned: null,
    ...withFound(state, text, withMetadata(found, state.metadata)),
    // What was typed in the meantime stays in the box.
    draft: state.draft === text ? null : state.draft,
  });

/**
 * The metadata of the article have changed: it comes from a page, or the user has edited them.
 * @type {(metadata: import("./store.js").Metadata) => Update}
 */
export const metadataChanged = (metadata) => (state) => ({
  ...state,
  metadata,
  found: state.found && withMetadata(state.found, metadata),
  document: state.document && withMetadata(state.document, metadata),
});

/**
 * What some of the entities stand for has been found.
 * @type {(values: readonly [number, import("../../npm/document.js").EntityValue|null][]) => Update}
 */
export const valuesFound = (values) => (state) => {
  const { text, found: before, corrections } = state;
  if (!before) return state;
  const entities = before.entities.slice();
  for (const [id, value] of values) {
    const { value: _, ...entity } = entities[id];
    entities[id] = value === null ? entity : { ...entity, value };
  }
  const found = { ...before, entities };
  return { ...state, found, document: corrected(text, found, corrections) };
};

/**
 * Whether there is another result of the engine, or another article, rather than the same one with more known about it.
 * @type {(state: State, before: State) => boolean}
 */
export const isNewResult = (state, before) => state.found?.sentences !== before.found?.sentences;

/** The contents of the box have changed. @type {(text: string) => Update} */
export const draftChanged = (text) => (state) => {
  const draft = text === state.text ? null : text;
  return draft === state.draft ? state : { ...state, draft };
};

/** Returns to the state before the work began; the text stays in the box. @type {(before: State) => Update} */
export const cancelled = (before) => (state) => {
  if (!state.partial) return { ...state, phase: "ready" };
  const { view, text, found, model, document, corrections, future, lost } = before;
  return draftChanged(state.draft ?? state.text)({
    ...state,
    phase: "ready",
    partial: false,
    view,
    text,
    found,
    model,
    document,
    corrections,
    future,
    lost,
    pointed: null,
    pinned: null,
  });
};

/** @type {Update} */
export const edit = (state) => ({ ...state, view: "editing", pointed: null, pinned: null });

/** @type {Update} */
export const read = (state) => (state.document ? { ...state, view: "reading" } : state);

/** Starts a new article. @type {Update} */
export const clear = (state) => ({
  ...state,
  article: state.article + 1,
  view: "editing",
  partial: false,
  text: "",
  metadata: {},
  draft: null,
  error: "",
  ...EMPTY_ARTICLE,
  only: null,
  pointed: null,
  pinned: null,
});

/** @type {(a: Target|null, b: Target|null) => boolean} */
export const same = (a, b) => a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);

/** @type {(target: Target|null) => Update} */
export const point = (target) => (state) => (same(state.pointed, target) ? state : { ...state, pointed: target });

/** @type {(target: Target|null) => Update} */
export const pin = (target) => (state) => (same(state.pinned, target) ? state : { ...state, pinned: target });

/** The target that is currently emphasised. @type {(state: State) => Target|null} */
export const activeTarget = (state) => state.pointed ?? state.pinned;
