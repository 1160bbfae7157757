/**
 * What a reader has decided about people: that some are one person, that an article is about somebody else, that two are
 * different. Decisions are a list; undo removes the last one.
 *
 * @typedef {import("./record.js").PersonRecord} PersonRecord
 *
 * @typedef {Object} Decision
 * @property {"same"|"apart"|"different"} kind `apart` takes records out of their person
 * @property {string[]} references of records
 */

const KINDS = ["same", "apart", "different"];

/** Decisions as they were stored; what is not one is left out. @param {unknown} stored @returns {Decision[]} */
export const readDecisions = (stored) => (Array.isArray(stored) ? stored.filter(isDecision) : []);

/** @param {any} value */
const isDecision = (value) =>
  KINDS.includes(value?.kind) &&
  Array.isArray(value.references) &&
  value.references.every((/** @type {unknown} */ one) => typeof one === "string");

/**
 * Applies decisions, in their order. What they say about records that no longer exist has no effect.
 * @param {PersonRecord[][]} groups the records of each person
 * @param {readonly Decision[]} decisions
 * @returns {PersonRecord[][]}
 */
export function decided(groups, decisions) {
  const effective = decisions.filter(({ kind }) => kind !== "different");
  if (effective.length === 0) return groups;
  const all = new Set(groups);
  const wanted = new Set(effective.flatMap(({ references }) => references));
  /** The group that each record is in now. @type {Map<string, PersonRecord[]>} */
  const groupOf = new Map();
  for (const group of groups)
    for (const { reference } of group) if (wanted.has(reference)) groupOf.set(reference, group);

  for (const { kind, references } of effective) {
    const known = references.filter((reference) => groupOf.has(reference));
    const concerned = new Set(known.map((reference) => /** @type {PersonRecord[]} */ (groupOf.get(reference))));
    const taken = new Set(known);
    const isTaken = (/** @type {PersonRecord} */ { reference }) => taken.has(reference);
    const parts =
      kind === "same"
        ? [[...concerned].flat()]
        : [
            [...concerned].flat().filter(isTaken),
            ...[...concerned].map((group) => group.filter((one) => !isTaken(one))),
          ];
    for (const group of concerned) all.delete(group);
    for (const part of parts.filter((part) => part.length > 0)) {
      all.add(part);
      for (const { reference } of part) if (wanted.has(reference)) groupOf.set(reference, part);
    }
  }
  return [...all];
}

/**
 * Whether a reader has said that these people are different.
 * @param {{records: PersonRecord[]}[]} people
 * @param {readonly Decision[]} decisions
 */
export function isSettled(people, decisions) {
  const different = decisions.filter(({ kind }) => kind === "different");
  return different.some(({ references }) => {
    const named = new Set(references);
    return people.every(({ records }) => records.some(({ reference }) => named.has(reference)));
  });
}
