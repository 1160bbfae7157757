import type { NewsDocument } from "./document.js";

export * from "./document.js";

/** Where the engine's two files are: an address, or what is in them. */
export interface EngineFiles {
  /** Instead of the package's `engine/newsmark_bg.wasm`. */
  wasm?: string | URL | BufferSource;
  /** Instead of the package's `engine/newsmark.model`. */
  model?: string | URL | BufferSource;
}

export interface AnnotateOptions {
  /** Calls the work off. The promise is then rejected with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Finds names, quotations and speakers in a text.
 *
 * The work is done in the thread that asks for it, a page's own thread included: that is right for a
 * script, or in a worker. There it cannot be called off once it has begun, only before. A page, or a
 * server that answers others meanwhile, wants {@link createAnnotator}.
 *
 * The engine is loaded by the first call and kept.
 */
export function annotate(text: string, options?: AnnotateOptions): Promise<NewsDocument>;

/** Loads the engine that `annotate` uses before the first text is there, or from somewhere else. */
export function load(files?: EngineFiles): Promise<void>;

/** An annotator in a worker of its own. It starts when it is first needed. */
export interface Annotator {
  /** Starts the worker; resolves when it can take a text. It need not be called. */
  ready(): Promise<void>;
  /**
   * As the function of this name, in the worker. Several texts are done one after another. Work under way
   * can be called off, too: the worker is ended, and another one takes its place.
   */
  annotate(text: string, options?: AnnotateOptions): Promise<NewsDocument>;
  /** Ends the worker. What is not done is rejected. */
  close(): void;
}

export interface AnnotatorOptions extends EngineFiles {
  /** Starts the package's `worker.js`, for a bundler that does not see that the package does so. */
  worker?: () => Worker;
}

export function createAnnotator(options?: AnnotatorOptions): Annotator;

/**
 * What an annotated text can be written as: Newsmark's own file, W3C Web Annotations (with offsets in code
 * points, or as Recogito counts), TEI P5, brat standoff in a ZIP, CoNLL with BIO2 labels, spaCy's JSON
 * training format, displaCy's manual mode, tables of entities and of quotations, a page of HTML.
 */
export type ExportFormat =
  | "json"
  | "w3c"
  | "recogito"
  | "tei"
  | "brat"
  | "conll"
  | "spacy"
  | "displacy"
  | "csv-entities"
  | "csv-quotes"
  | "html";

export interface Article {
  text: string;
  document: NewsDocument;
  /** Goes into the formats that have a place for it, and into the file's name. */
  title?: string;
  /**
   * The fingerprint of the model that found the annotations, sixteen hexadecimal digits. Every format names it. It
   * is known of documents as `annotate` gave them; of one that was kept meanwhile, {@link modelOf} told it before.
   */
  model?: string;
}

export interface ExportedFile {
  /** A name that is safe on every system, made from the title. */
  name: string;
  /** The media type. */
  type: string;
  bytes: Uint8Array;
}

/** The fingerprint of the model that found a document, as `annotate` gave it; empty of any other object. */
export function modelOf(document: NewsDocument): string;

/** Writes an annotated text in another program's format. What it needs for that is loaded by the first call. */
export function exportAs(format: ExportFormat, article: Article): Promise<ExportedFile>;
