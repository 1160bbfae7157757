/** What the build writes before the service worker: each file of the page with its hash. */
declare const BUILD: { version: string; files: Record<string, string> };
