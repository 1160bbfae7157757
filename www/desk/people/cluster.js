/**
 * Records that are taken for one person, and whether two such clusters may be the same one.
 *
 * @typedef {import("./record.js").PersonRecord} PersonRecord
 *
 * @typedef {Object} Cluster
 * @property {PersonRecord[]} records
 * @property {number} she
 * @property {number} he
 * @property {string[]} middle the longest form of the middle names
 * @property {string} generation
 * @property {boolean} titled whether any of the records has a title
 * @property {Set<number>|null} articles null for a single record: most people are in one article
 */

import { genderOf } from "./gender.js";
import { middleFits } from "./name.js";

/** @param {PersonRecord} record @returns {Cluster} */
export const clusterOf = (record) => ({
  records: [record],
  she: record.she,
  he: record.he,
  middle: record.name.middle,
  generation: record.name.generation,
  titled: record.titleWords.length > 0,
  articles: null,
});

/** Adds the second cluster to the first. @param {Cluster} into @param {Cluster} other */
export function join(into, other) {
  into.articles ??= new Set(into.records.map(({ source }) => source.id));
  for (const record of other.records) {
    into.records.push(record);
    into.articles.add(record.source.id);
  }
  into.she += other.she;
  into.he += other.he;
  if (other.middle.join("").length > into.middle.join("").length) into.middle = other.middle;
  into.titled ||= other.titled;
}

/**
 * Whether nothing says that they are two people: no middle name, generation, gender, or article that tells them apart. Of
 * a father and a son of one name, one may be written without “Jr.”, so a name with it and one without are two people until
 * somebody says otherwise.
 * @param {Cluster} a
 * @param {Cluster} b
 */
export const mayBeOne = (a, b) => a.generation === b.generation && nothingContradicts(a, b);

/**
 * The same, whatever the generation.
 * @param {Cluster} a
 * @param {Cluster} b
 */
export const nothingContradicts = (a, b) =>
  middleFits(a.middle, b.middle) && gendersAgree(a, b) && !shareAnArticle(a, b);

/** @param {Cluster} a @param {Cluster} b */
function gendersAgree(a, b) {
  const genders = [genderOf(a), genderOf(b)];
  return genders[0] === genders[1] || genders.includes(null);
}

/** The chains of one article are different people. @param {Cluster} a @param {Cluster} b */
function shareAnArticle(a, b) {
  const [few, many] = a.records.length < b.records.length ? [a, b] : [b, a];
  return few.records.some(({ source }) =>
    many.articles ? many.articles.has(source.id) : many.records[0].source.id === source.id,
  );
}
