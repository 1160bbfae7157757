import type { NewsDocument } from "./document.js";
import type { ExportFormat } from "./formats.js";

export * from "./document.js";
export * from "./formats.js";

// These stand for types of the DOM library, which not every project has.

/** An `ArrayBuffer`, or a view of one. */
export type Bytes = ArrayBufferLike | ArrayBufferView;

/** The address of a file, as a string or a `URL`, or its bytes. */
export type FileSource = string | { readonly href: string } | Bytes;

/** An `AbortSignal`. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** A `Worker` of a browser. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
}

/** The engine's two files. */
export interface EngineFiles {
  /** Replaces the package's `engine/newsmark_bg.wasm`. */
  wasm?: FileSource;
  /** Replaces the package's `engine/newsmark.model`. */
  model?: FileSource;
}

/** The file of a module that is loaded on demand. */
export interface ModuleFile {
  /** Replaces the package's file. */
  wasm?: FileSource;
}

export interface AnnotateOptions {
  /** Cancels the work. The promise is then rejected with the signal's reason. */
  signal?: Signal;
  /** The day of publication, as `YYYY-MM-DD`. “Yesterday” and “on Tuesday” are counted from it. */
  date?: string;
  /** Called while the work goes on, with the share that is done, from 0 to 1. */
  onProgress?: (share: number) => void;
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

/** Loads the module for `exportAs` in advance, or from another place. */
export function loadExports(file?: ModuleFile): Promise<void>;

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
  /**
   * The address of the package's `worker.js`, or a function that starts it. Needed only for bundlers that do not detect
   * the worker in the package. Node has its own worker and ignores this.
   */
  worker?: string | { readonly href: string } | (() => WorkerLike);
}

export function createAnnotator(options?: AnnotatorOptions): Annotator;

export interface AnnotateAllOptions extends AnnotatorOptions {
  /** How many texts are annotated at the same time. The default is the number of processor cores, in a browser at most 8. */
  workers?: number;
  /** Cancels the work. The promise is then rejected with the signal's reason. */
  signal?: Signal;
  /** The day of publication of the texts that have none of their own. */
  date?: string;
  /** Called after each text. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Annotates many texts, in several workers. The documents are in the order of the texts. The workers share the compiled
 * engine and, where the environment allows it, the bytes of the model; they end with the work. If a text fails, the whole
 * call does.
 */
export function annotateAll(
  texts: Iterable<string | { text: string; date?: string }>,
  options?: AnnotateAllOptions,
): Promise<NewsDocument[]>;

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
  bytes: Uint8Array<ArrayBuffer>;
}

/** The fingerprint of the model that produced a document returned by `annotate`; empty for any other object. */
export function modelOf(document: NewsDocument): string;

/** Writes an annotated text in another program's format. The first call loads the export module. */
export function exportAs(format: ExportFormat, article: Article): Promise<ExportedFile>;
