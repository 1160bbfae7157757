/**
 * What a person may correct, and what becomes of it. The form is described where everybody who uses corrections from
 * JavaScript looks for it, in the npm package; what corrections do is in Rust, in crates/corrections.
 *
 * @typedef {import("../../../npm/corrections.js").Correction} Correction
 * @typedef {import("../../../npm/corrections.js").Unapplied} Unapplied
 * @typedef {import("../../../npm/corrections.js").Orphaned} Orphaned
 * @typedef {import("../../../npm/corrections.js").History} History
 */

export {};
