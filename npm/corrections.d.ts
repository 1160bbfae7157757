import type { EntityType, EntityValue, NewsDocument, Range } from "./document.js";
import type { ModuleFile } from "./index.js";

/**
 * One change that a person made to the annotations of a text.
 *
 * Corrections refer to annotations by their place in the text, because ids change with every correction. Any mention
 * can stand for its chain. Corrections are applied in the order in which they were made, each to the result of those
 * before it.
 */
export type Correction =
  | Mark
  | Unmark
  | MarkQuote
  | UnmarkQuote
  | SetSpeaker
  | Rename
  | Merge
  | Move
  | Accept
  | AddNote
  | SetValue;

/** There is a name, a time or an amount here. */
export interface Mark {
  do: "mark";
  at: Range;
  type: EntityType;
  /** Its former place, if the correction changes its extent. */
  was?: Range;
  /** Whether all occurrences of the same words are marked. */
  everywhere?: true;
}

/** There is no name, time or amount here. */
export interface Unmark {
  do: "unmark";
  at: Range;
  everywhere?: true;
}

/** There is a quotation here, from its first to its last character. */
export interface MarkQuote {
  do: "quote";
  at: Range;
  was?: Range;
}

/** There is no quotation here. */
export interface UnmarkQuote {
  do: "unquote";
  at: Range;
}

/** The quotation here has another speaker. */
export interface SetSpeaker {
  do: "speaker";
  at: Range;
  /** The place of a mention of the speaker, the speaker's name, or `null` if no speaker is named. */
  who: Range | string | null;
}

/** The person, organisation or place mentioned here has another name. */
export interface Rename {
  do: "rename";
  at: Range;
  name: string;
}

/** These two mentions are of the same person, organisation or place. The chain of `into` stays. */
export interface Merge {
  do: "merge";
  at: Range;
  into: Range;
}

/** This mention belongs to the chain that is mentioned at `to`, or to none of the others if `to` is `null`. */
export interface Move {
  do: "move";
  at: Range;
  to: Range | null;
  everywhere?: true;
}

/** What was found here, a name or a quotation, is right. Its confidence is then 1. */
export interface Accept {
  do: "accept";
  at: Range;
}

/** A note on the name or the quotation here. It replaces an earlier one; a blank text removes that. */
export interface AddNote {
  do: "note";
  at: Range;
  text: string;
}

/** The date, the amount or the place here stands for something else. */
export interface SetValue {
  do: "value";
  at: Range;
  /** What it stands for; `null` if that is not known. */
  value: EntityValue | null;
  /** Whether all entities of the same type with the same words stand for it. */
  everywhere?: true;
}

/** A correction that could not be applied. */
export interface Unapplied {
  /** Its index in the list of corrections. */
  index: number;
  /** Why, in plain English. */
  reason: string;
}

/** A correction whose passage is not in the text. It returns when the passage does. */
export interface Orphaned {
  /** Its offsets count from the start of each passage. */
  correction: Correction;
  /** For each of its places, the lines that contained it. */
  passages: string[];
  /** The correction at what stands now where its passage was, for a person who wants to keep it anyway. */
  nearest?: Correction;
}

/** The corrections of one article, as stored in a Newsmark file. */
export interface History {
  /** The applied corrections, in the order in which they were made. */
  corrections: readonly Correction[];
  /** The corrections that were undone. The last one is the next to be redone. */
  future: readonly Correction[];
  /** The corrections whose passage is no longer in the text. */
  lost: readonly Orphaned[];
}

export interface Corrected {
  document: NewsDocument;
  /** The corrections that could not be applied. */
  unapplied: Unapplied[];
}

/**
 * Applies corrections to the document found in a text. Offsets count UTF-16 code units. The promise is rejected if the
 * document does not belong to the text, or if a correction is invalid.
 */
export function applyCorrections(
  text: string,
  found: NewsDocument,
  corrections: readonly Correction[],
): Promise<Corrected>;

/**
 * Moves the corrections of a text to an edited version of it. A correction whose passage has changed is set aside in
 * `lost`, and returns if a later edit brings its passage back.
 *
 * `before.found` is the document found in the text before the edit. It shows which other mentions belong to the same
 * chain.
 */
export function reanchor(
  before: { text: string; found?: NewsDocument | null },
  text: string,
  history: Partial<History>,
): Promise<History>;

/** Loads the module in advance, or from another place. */
export function load(file?: ModuleFile): Promise<void>;
