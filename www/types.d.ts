import type { NewsDocument } from "./document/types.js";

declare global {
  interface Window {
    /** The parts of Trusted Types that the page uses; older browsers lack them. */
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(address: string): string },
      ): { createScriptURL(address: string): object };
    };
    newsmark: {
      /** The document on display; null before there is one. */
      readonly document: NewsDocument | null;
      annotate(text: string): Promise<NewsDocument>;
    };
  }
}
