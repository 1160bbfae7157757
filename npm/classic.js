/**
 * The package as one classic script: for script tags, content scripts and content management systems.
 * scripts/package.mjs bundles it as `newsmark.min.js`, whose global variable is `newsmark`.
 */

export * as corrections from "./corrections.js";
export * as documents from "./documents.js";
export * as extract from "./extract.js";
export * from "./index.js";
export * as places from "./places.js";
