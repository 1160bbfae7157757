import type { NewsDocument } from "./document/types.js";

declare global {
  interface Window {
    /** What of Trusted Types the page uses; older browsers have none. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createHTML(html: string): string; createScriptURL(address: string): string },
      ): { createHTML(html: string): object; createScriptURL(address: string): object };
    };
    newsmark: {
      /** The document now shown; null before there is one. */
      readonly document: NewsDocument | null;
      annotate(text: string): Promise<NewsDocument>;
    };
  }
}
