import type { Metadata } from "./document.js";
import type { Bytes, ModuleFile } from "./index.js";

/** The text of a file. */
export interface ReadDocument {
  /** Title, byline and date, as far as the file has them. */
  metadata: Metadata;
  /** The text, with a line for each paragraph. */
  text: string;
}

/**
 * The text of a Word, OpenDocument or RTF file (`.docx`, `.odt`, `.rtf`), of a mail or a mailbox (`.eml`, `.mbox`), or of
 * subtitles (`.srt`, `.vtt`). The name says which of these it is. The promise is rejected with the reason if the file is
 * damaged, encrypted or empty.
 */
export function readDocument(name: string, bytes: Bytes): Promise<ReadDocument>;

/** Loads the module in advance, or from another place. */
export function load(file?: ModuleFile): Promise<void>;
