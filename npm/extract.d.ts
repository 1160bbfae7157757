import type { Metadata } from "./document.js";
import type { ModuleFile } from "./index.js";

/** An article that was taken out of a web page. */
export interface ExtractedArticle {
  /** What the page says about it. */
  metadata: Metadata;
  /** The text: the headline and the byline if the page shows them, and the body. */
  text: string;
  /** The paragraphs alone. */
  body: string;
  /** The text of the whole page. */
  whole: string;
  /** What is in the whole text and not in the article's, such as "menus and 12 links"; empty if nothing is. */
  leftOut: string;
}

/** The article of a web page. The page is parsed only: nothing in it is run or fetched. */
export function extractPage(html: string): Promise<ExtractedArticle>;

/**
 * The article in HTML from the clipboard. If only a part of an article was copied, that part. `null` if the markup has no
 * paragraphs and so says no more than the plain text.
 */
export function extractFragment(html: string): Promise<ExtractedArticle | null>;

/** The article in plain text that was copied from a page; `null` if it is not the text of a whole page. */
export function extractPlain(text: string): Promise<ExtractedArticle | null>;

/** Loads the module in advance, or from another place. */
export function load(file?: ModuleFile): Promise<void>;
