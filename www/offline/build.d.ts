/** Written by the build before the service worker: the version, and each file of the page with its hash. */
declare const BUILD: { version: string; files: Record<string, string> };
