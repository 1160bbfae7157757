import type { NewsDocument } from "./document.js";
import type { ExportFormat } from "./formats.js";

export * from "./document.js";
export * from "./formats.js";

/** The engine's two files: an address or the contents of each. */
export interface EngineFiles {
  /** Replaces the package's `engine/newsmark_bg.wasm`. */
  wasm?: string | URL | BufferSource;
  /** Replaces the package's `engine/newsmark.model`. */
  model?: string | URL | BufferSource;
}

export interface AnnotateOptions {
  /** Cancels the work. The promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
  /** The day of publication, as `YYYY-MM-DD`. “Yesterday” and “on Tuesday” are counted from it. */
  date?: string;
}

/**
 * Finds names, quotations and speakers in a text.
 *
 * The work is done in the calling thread, which is right for a script or inside a worker. There it can be cancelled
 * before it begins, but not while it runs. For a page, or a server that answers other requests in the meantime, use
 * {@link createAnnotator}.
 *
 * The first call loads the engine, and later calls reuse it.
 */
export function annotate(text: string, options?: AnnotateOptions): Promise<NewsDocument>;

/** Loads the engine for `annotate` in advance, or from another place. */
export function load(files?: EngineFiles): Promise<void>;

/** An annotator in a worker of its own, which starts on first use. */
export interface Annotator {
  /** Starts the worker; resolves when it is ready for a text. Calling it is optional. */
  ready(): Promise<void>;
  /**
   * Like the function `annotate`, but in the worker. Several texts are annotated one after another. Work in progress
   * can be cancelled: the worker is terminated and replaced.
   */
  annotate(text: string, options?: AnnotateOptions): Promise<NewsDocument>;
  /** Terminates the worker. Unfinished work is rejected. */
  close(): void;
}

export interface AnnotatorOptions extends EngineFiles {
  /** Starts the package's `worker.js`. Needed only for bundlers that do not detect the worker in the package. */
  worker?: () => Worker;
}

export function createAnnotator(options?: AnnotatorOptions): Annotator;

export interface Article {
  text: string;
  document: NewsDocument;
  /** Used in the formats that have a place for it, and in the file's name. */
  title?: string;
  /**
   * The fingerprint of the model that produced the annotations, sixteen hexadecimal digits. Every format contains it.
   * For documents returned by `annotate` it is known. For a document that was stored in between, pass what {@link
   * modelOf} returned before.
   */
  model?: string;
}

export interface ExportedFile {
  /** Made from the title, and valid on every system. */
  name: string;
  /** The media type. */
  type: string;
  bytes: Uint8Array;
}

/** The fingerprint of the model that produced a document returned by `annotate`; empty for any other object. */
export function modelOf(document: NewsDocument): string;

/** Writes an annotated text in another program's format. The first call loads the export module. */
export function exportAs(format: ExportFormat, article: Article): Promise<ExportedFile>;
