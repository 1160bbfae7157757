/**
 * What the parts of the desk agree on. The desk shows a collection: many articles that are read, annotated and compared
 * together. Each tab is a module in a folder of its own that knows only `Desk`.
 */

import type { Correction } from "../document/corrections/types.js";
import type { Metadata, NewsDocument, Range } from "../document/types.js";

export interface Collection {
  id: string;
  name: string;
}

/** An article of a collection. */
export interface Article {
  /** Its number in the collection, which never changes. */
  id: number;
  text: string;
  metadata: Metadata;
  /** What else its file says of it: the other columns of a table, the other fields of a JSON line. */
  fields: Record<string, string>;
}

export interface AnnotatedArticle extends Article {
  /** With the corrections applied; null as long as the article has not been annotated. */
  document: NewsDocument | null;
  /** Which model found the annotations; empty if that is not known. */
  model: string;
  /** What restores the corrections in another place; null if there are none. */
  corrected: Corrected | null;
}

/** The fields of a Newsmark file with the engine's result and what a person has made of it. */
export interface Corrected {
  version: number;
  model: string;
  found: NewsDocument;
  corrections: readonly Correction[];
  future: readonly unknown[];
  lost: readonly unknown[];
}

/** What `summarise` (summary.js) makes of an annotated article. It is stored beside the document. */
export type Summary = import("./summary.js").Summary;

/** A small key-value store of the collection, which persists. The keys of a tab begin with its name: "people.merged". */
export interface Notes {
  /** Whatever was stored: another version of the page may have written it. */
  get(key: string): Promise<unknown>;
  /** @param value anything that can be stored as JSON; `undefined` deletes the key */
  set(key: string, value: unknown): Promise<void>;
}

/** What a tab can ask of the desk. */
export interface Desk {
  readonly collection: Collection;
  /** How many articles are annotated, that is, have a summary. */
  count(): number;
  /** All summaries in the order of the articles, as they are read from the database. Ends early if it is aborted. */
  summaries(signal?: AbortSignal): AsyncGenerator<Summary>;
  /** The texts of all annotated articles in the same order, without their documents: for the search. */
  texts(signal?: AbortSignal): AsyncGenerator<{ id: number; text: string }>;
  /** An article; null if there is none with this id. */
  article(id: number): Promise<AnnotatedArticle | null>;
  /** Opens an article in the reading view, at a range of its text. */
  open(id: number, range?: Range): void;
  /**
   * Calls a listener when articles were added or have changed, at most once a second.
   * @returns ends it
   */
  subscribe(listener: () => void): () => void;
  readonly notes: Notes;
}

/** A tab that is on display. */
export interface Tab {
  /** Called when the tab is shown again after another one, or after an article was read. */
  update(): void;
  /** Called when the desk is left. It removes nothing from the element; it stops what the tab has begun. */
  close(): void;
}

/** Fills an empty element with a tab. It is called when the tab is first opened. */
export type MountTab = (element: HTMLElement, desk: Desk) => Tab;
