/**
 * What a person may correct. A correction is a plain record, kept and exported as JSON. It points at
 * things by where they stand in the text: ids change with every correction, places do not. A person,
 * an organisation, a place is pointed at by any of its mentions.
 *
 * Corrections are applied in the order in which they were made, each to what those before it left.
 *
 * @typedef {import("../types.js").Range} Range
 * @typedef {import("../types.js").EntityType} EntityType
 *
 * @typedef {{do: "mark", at: Range, type: EntityType, was?: Range, everywhere?: true}} Mark
 *   here stands a name, a time or an amount; `was` is where it stood before, if its extent is changed
 * @typedef {{do: "unmark", at: Range, everywhere?: true}} Unmark
 * @typedef {{do: "quote", at: Range, was?: Range}} MarkQuote
 *   this is a quotation, from its first to its last character; `was` as above
 * @typedef {{do: "unquote", at: Range}} UnmarkQuote
 * @typedef {{do: "speaker", at: Range, who: Range|string|null}} SetSpeaker
 *   who says the quotation at this place: whoever is mentioned there, somebody of this name, or nobody
 * @typedef {{do: "rename", at: Range, name: string}} Rename
 * @typedef {{do: "merge", at: Range, into: Range}} Merge
 * @typedef {{do: "move", at: Range, to: Range|null, everywhere?: true}} Move
 *   this mention is somebody else: whoever is mentioned there, or somebody of their own
 *
 * @typedef {Mark|Unmark|MarkQuote|UnmarkQuote|SetSpeaker|Rename|Merge|Move} Correction
 */

export {};
