/**
 * Eighteen types are too many to tell apart. They are shown in seven families, each with its own colour and line style
 * (see style/highlights.css).
 *
 * @typedef {import("./types.js").EntityType} EntityType
 * @typedef {"person"|"organisation"|"place"|"group"|"thing"|"time"|"number"} FamilyId
 * @typedef {{id: FamilyId, label: string, short: string, types: EntityType[]}} Family
 */

/** @type {Family[]} */
export const FAMILIES = [
  { id: "person", label: "People", short: "People", types: ["PERSON"] },
  { id: "organisation", label: "Organisations", short: "Organisations", types: ["ORG"] },
  { id: "place", label: "Places", short: "Places", types: ["GPE", "LOC", "FAC"] },
  { id: "group", label: "Groups", short: "Groups", types: ["NORP"] },
  {
    id: "thing",
    label: "Things and events",
    short: "Things",
    types: ["PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"],
  },
  { id: "time", label: "Dates and times", short: "Dates", types: ["DATE", "TIME"] },
  { id: "number", label: "Numbers", short: "Numbers", types: ["CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"] },
];

/** For each type, its full label and a short one that fits above a word. */
/** @type {Record<EntityType, {label: string, short: string}>} */
const TYPES = {
  PERSON: { label: "person", short: "person" },
  ORG: { label: "organisation", short: "org" },
  GPE: { label: "country, region or city", short: "place" },
  LOC: { label: "place", short: "place" },
  FAC: { label: "building or site", short: "site" },
  NORP: { label: "nationality or group", short: "group" },
  PRODUCT: { label: "product", short: "product" },
  EVENT: { label: "event", short: "event" },
  WORK_OF_ART: { label: "title of a work", short: "work" },
  LAW: { label: "law", short: "law" },
  LANGUAGE: { label: "language", short: "language" },
  DATE: { label: "date", short: "date" },
  TIME: { label: "time", short: "time" },
  CARDINAL: { label: "number", short: "number" },
  ORDINAL: { label: "rank", short: "rank" },
  QUANTITY: { label: "measure", short: "measure" },
  PERCENT: { label: "percentage", short: "%" },
  MONEY: { label: "sum of money", short: "money" },
};

/** @param {EntityType} type */
export const typeLabel = (type) => TYPES[type].label;

/** @param {EntityType} type */
export const typeShort = (type) => TYPES[type].short;

const BY_TYPE = new Map(FAMILIES.flatMap((family) => family.types.map((type) => [type, family])));

/**
 * @param {EntityType} type
 * @returns {Family}
 */
export const familyOf = (type) => /** @type {Family} */ (BY_TYPE.get(type));
