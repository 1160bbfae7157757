/**
 * The document as the engine makes it; offsets count UTF-16 code units, ranges are half-open, an id
 * is the record's index in its list. Where a person has made or changed a record, it says so: `by`.
 *
 * @typedef {[number, number]} Range
 *
 * @typedef {"PERSON"|"NORP"|"FAC"|"ORG"|"GPE"|"LOC"|"PRODUCT"|"EVENT"|"WORK_OF_ART"|"LAW"|"LANGUAGE"|
 *   "DATE"|"TIME"|"PERCENT"|"MONEY"|"QUANTITY"|"ORDINAL"|"CARDINAL"} EntityType
 *
 * @typedef {Object} Entity
 * @property {number} id
 * @property {number} start
 * @property {number} end
 * @property {EntityType} type
 * @property {string} text
 * @property {number|null} chain
 * @property {number} confidence
 * @property {"you"} [by]
 *
 * @typedef {Object} Mention
 * @property {number} start
 * @property {number} end
 * @property {"name"|"nominal"|"pronoun"} kind
 *
 * @typedef {Object} Title
 * @property {number} start
 * @property {number} end
 * @property {string} text
 *
 * @typedef {Object} Chain
 * @property {number} id
 * @property {EntityType} type
 * @property {string} name
 * @property {Title[]} titles
 * @property {Mention[]} mentions
 * @property {number|null} [related] the chain of the country that a nationality goes with
 * @property {"you"} [by]
 *
 * @typedef {"direct"|"indirect"|"mixed"} QuoteType
 *
 * @typedef {Object} Quote
 * @property {number} id
 * @property {QuoteType} type
 * @property {Range[]} content
 * @property {Range[]} quoted
 * @property {Range[]} cue
 * @property {Range[]} speaker
 * @property {string|null} speaker_name
 * @property {number|null} speaker_chain
 * @property {number} confidence
 * @property {string} why
 * @property {"you"} [by]
 *
 * @typedef {Object} NewsDocument
 * @property {Entity[]} entities
 * @property {Chain[]} chains
 * @property {Quote[]} quotes
 * @property {Range[]} quoted_terms
 * @property {Range[]} sentences
 */

export {};
