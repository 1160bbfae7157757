// Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.

/**
 * @typedef {import("../../npm/document.js").EntityType} EntityType
 * @typedef {import("../../npm/document.js").QuoteType} QuoteType
 * @typedef {import("../../npm/document.js").Medium} Medium
 * @typedef {"person"|"organisation"|"place"|"group"|"thing"|"time"|"number"} FamilyId
 * @typedef {{id: FamilyId, label: string, short: string, types: EntityType[]}} Family
 * @typedef {"sure"|"likely"|"unsure"} ConfidenceLevel
 */

/** The version of the form of documents and of Newsmark files. */
export const SCHEMA_VERSION = 2;

/** Every character that ends a line. Of CR and LF together the second one does. */
export const LINE_BREAKS = "\u000a\u000d\u000b\u000c\u0085\u2028\u2029";

/** The function words of which English text is full and that other languages do not have. */
export const ENGLISH_WORDS = "about above across after against along also although amid among and another any are around because been before behind being below beneath beside besides between beyond but can could despite did does during each every except for from had has have having her hers his inside into its like may might mine must near never nor off one onto our ours outside past regarding shall she should since some that the their theirs these they this those though through throughout toward towards under underneath unless unlike until upon versus were when whereas whether which while who whom whose with within without would your yours";

/** The heading above the names. */
export const NAMES_HEADING = "Names";

/** The heading above the quotations by speaker. */
export const QUOTES_HEADING = "Who said what";

/** Stands for a speaker whom the text does not name. */
export const UNATTRIBUTED = "Unattributed";

/** The families of entity types, each with the types that belong to it. @type {Family[]} */
export const FAMILIES = [
  { id: "person", label: "People", short: "People", types: ["PERSON"] },
  { id: "organisation", label: "Organisations", short: "Organisations", types: ["ORG"] },
  { id: "place", label: "Places", short: "Places", types: ["GPE", "LOC", "FAC"] },
  { id: "group", label: "Groups", short: "Groups", types: ["NORP"] },
  { id: "thing", label: "Things and events", short: "Things", types: ["PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"] },
  { id: "time", label: "Dates and times", short: "Dates", types: ["DATE", "TIME"] },
  { id: "number", label: "Numbers", short: "Numbers", types: ["CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"] },
];

/** What each type is in plain words, and the short name that fits above a word. */
/** @type {Record<EntityType, {label: string, short: string}>} */
export const TYPES = {
  PERSON: { label: "person", short: "person" },
  NORP: { label: "nationality or group", short: "group" },
  FAC: { label: "building or site", short: "site" },
  ORG: { label: "organisation", short: "org" },
  GPE: { label: "country, region or city", short: "place" },
  LOC: { label: "place", short: "place" },
  PRODUCT: { label: "product", short: "product" },
  EVENT: { label: "event", short: "event" },
  WORK_OF_ART: { label: "title of a work", short: "work" },
  LAW: { label: "law", short: "law" },
  LANGUAGE: { label: "language", short: "language" },
  DATE: { label: "date", short: "date" },
  TIME: { label: "time", short: "time" },
  PERCENT: { label: "percentage", short: "%" },
  MONEY: { label: "sum of money", short: "money" },
  QUANTITY: { label: "measure", short: "measure" },
  ORDINAL: { label: "rank", short: "rank" },
  CARDINAL: { label: "number", short: "number" },
};

/** How much of a quotation is in quotation marks. @type {{id: QuoteType, label: string, about: string}[]} */
export const QUOTE_TYPES = [
  { id: "direct", label: "Direct", about: "Entirely in quotation marks" },
  { id: "mixed", label: "Mixed", about: "Partly in quotation marks" },
  { id: "indirect", label: "Indirect", about: "Reported without quotation marks" },
];

/** Whether a quotation was said, written or only thought. @type {{id: Medium, label: string, about: string}[]} */
export const QUOTE_MEDIA = [
  { id: "speech", label: "Speech", about: "Somebody said it" },
  { id: "writing", label: "Writing", about: "Somebody wrote or posted it" },
  { id: "thought", label: "Thought", about: "Somebody believes, hopes, fears, wants or plans it" },
];

/**
 * A confidence in one word: the first level whose threshold it reaches.
 * @type {{id: ConfidenceLevel, label: string, threshold: number, about: string}[]}
 */
export const CONFIDENCE_LEVELS = [
  { id: "sure", label: "Sure", threshold: 0.9, about: "At least nine in ten are right" },
  { id: "likely", label: "Likely", threshold: 0.6, about: "More often right than wrong" },
  { id: "unsure", label: "Unsure", threshold: 0, about: "Check before use" },
];
