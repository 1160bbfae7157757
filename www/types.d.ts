import type { NewsDocument } from "./document/types.js";

declare global {
  interface Window {
    newsmark: {
      /** The document now shown; null before there is one. */
      readonly document: NewsDocument | null;
      annotate(text: string): Promise<NewsDocument>;
    };
  }
}
