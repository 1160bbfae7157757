import type { EntityType, NewsDocument, Range } from "./document.js";

/**
 * One change that a person made to the annotations of a text.
 *
 * A correction points at things by where they stand in the text, because ids change with every correction. A person, an
 * organisation or a place is pointed at by any of its mentions. Corrections are applied in the order in which they were
 * made, each to what those before it left.
 */
export type Correction = Mark | Unmark | MarkQuote | UnmarkQuote | SetSpeaker | Rename | Merge | Move;

/** A name, a time or an amount stands here. */
export interface Mark {
  do: "mark";
  at: Range;
  type: EntityType;
  /** Where it stood before, if the correction changes its extent. */
  was?: Range;
  /** The same words are marked wherever they stand. */
  everywhere?: true;
}

/** What is marked here is not a name, a time or an amount. */
export interface Unmark {
  do: "unmark";
  at: Range;
  everywhere?: true;
}

/** A quotation stands here, from its first to its last character. */
export interface MarkQuote {
  do: "quote";
  at: Range;
  was?: Range;
}

/** What stands here is not a quotation. */
export interface UnmarkQuote {
  do: "unquote";
  at: Range;
}

/** The quotation here has another speaker. */
export interface SetSpeaker {
  do: "speaker";
  at: Range;
  /** Whoever is mentioned at this place, somebody of this name, or `null` if nobody is named. */
  who: Range | string | null;
}

/** Whoever is mentioned here has another name. */
export interface Rename {
  do: "rename";
  at: Range;
  name: string;
}

/** Whoever is mentioned at these two places is the same. */
export interface Merge {
  do: "merge";
  at: Range;
  into: Range;
}

/** This mention is of somebody else, mentioned at `to` or not anywhere else. */
export interface Move {
  do: "move";
  at: Range;
  to: Range | null;
  everywhere?: true;
}

/** A correction that found nothing to correct. */
export interface Unapplied {
  /** Its index in the list of corrections. */
  index: number;
  /** Why, in plain English. */
  reason: string;
}

/** A correction whose passage is not in the text. It comes back when the passage does. */
export interface Orphaned {
  /** Its places count from where their passages begin. */
  correction: Correction;
  /** For each of its places, the lines in which it was. */
  passages: string[];
}

/** What a person did to one article, as a Newsmark file holds it. */
export interface History {
  /** The corrections, in the order in which they were made. */
  corrections: readonly Correction[];
  /** Those that were undone; the last one is the next to be made again. */
  future: readonly Correction[];
  /** Those whose passage is not in the text. */
  lost: readonly Orphaned[];
}

export interface Corrected {
  document: NewsDocument;
  /** The corrections that changed nothing, and why. */
  unapplied: Unapplied[];
}

/**
 * Applies corrections to what was found in a text. Offsets count UTF-16 code units. Rejected if what was found does not
 * belong to the text, or if something is not a correction.
 */
export function applyCorrections(
  text: string,
  found: NewsDocument,
  corrections: readonly Correction[],
): Promise<Corrected>;

/**
 * Moves corrections to a text that was made from another one by editing: each goes where its passage is now. One whose
 * passage has changed is set aside in `lost`, and comes back if a later text has the passage again.
 *
 * `before.found` is what was found in the text before the edit; it tells which other mentions stand for the same person.
 */
export function reanchor(
  before: { text: string; found?: NewsDocument | null },
  text: string,
  history: Partial<History>,
): Promise<History>;
