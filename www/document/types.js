/**
 * The document as the engine produces it and as corrections leave it. The types are defined in the npm package, where
 * users of the engine look for them.
 *
 * @typedef {import("../../npm/document.js").NewsDocument} NewsDocument
 * @typedef {import("../../npm/document.js").Entity} Entity
 * @typedef {import("../../npm/document.js").EntityType} EntityType
 * @typedef {import("../../npm/document.js").Chain} Chain
 * @typedef {import("../../npm/document.js").Mention} Mention
 * @typedef {import("../../npm/document.js").Title} Title
 * @typedef {import("../../npm/document.js").Quote} Quote
 * @typedef {import("../../npm/document.js").QuoteType} QuoteType
 * @typedef {import("../../npm/document.js").Medium} Medium
 * @typedef {import("../../npm/document.js").Metadata} Metadata
 * @typedef {import("../../npm/document.js").Range} Range
 */

export {};
