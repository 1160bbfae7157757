/**
 * Eighteen types are too many to tell apart. They are shown in seven families, each with its own colour and line style
 * (see generated/theme.css).
 *
 * @typedef {import("./types.js").EntityType} EntityType
 * @typedef {import("../generated/tables.js").Family} Family
 * @typedef {import("../generated/tables.js").FamilyId} FamilyId
 */

import { FAMILIES, TYPES } from "../generated/tables.js";

export { FAMILIES };

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
