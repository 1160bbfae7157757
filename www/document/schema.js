/**
 * The version of the form that a document and a Newsmark file have. It is SCHEMA of src/versions.rs, and a
 * test holds the two together: the page reads and writes such files without the WebAssembly module.
 */
export const SCHEMA = 1;
