/**
 * Puts the people of all articles together.
 *
 * The same full name is the same person unless something contradicts it (namesakes.js). Whatever is doubtful stays apart
 * and is offered, and what a reader has decided overrides everything. The work is linear in the number of records: people
 * are only compared with their namesakes, and namesakes by the evidence they share.
 *
 * @typedef {import("./record.js").PersonRecord} PersonRecord
 * @typedef {import("./cluster.js").Cluster} Cluster
 * @typedef {import("./decisions.js").Decision} Decision
 *
 * @typedef {Object} Person
 * @property {string} reference that of the first record
 * @property {string} name
 * @property {string[]} otherNames
 * @property {string[]} titles the most frequent first
 * @property {PersonRecord[]} records in the order of the articles
 * @property {number} articles
 * @property {number} mentions
 * @property {number} quotations
 * @property {number} she
 * @property {number} he
 * @property {string} first the date of the first article; empty if none has a date
 * @property {string} last
 *
 * @typedef {Object} Offer people who may be the same one
 * @property {Person[]} people
 * @property {"name"|"variant"|"surname"} because they have one full name, two forms of it, or only the surname
 *
 * @typedef {Object} People
 * @property {Person[]} people
 * @property {Offer[]} offers
 * @property {Map<string, Person>} byReference
 */

import { decided, isSettled } from "./decisions.js";
import { inOneWord, isFull, turned } from "./name.js";
import { STEP, toldApart } from "./namesakes.js";
import { personOf } from "./person.js";
import { variants } from "./variants.js";

/** In a collection of fewer articles every name is evidence. */
const FEW_ARTICLES = 20;
/** A name that is in more than this share of the articles says nothing about who somebody is. */
const COMMON = 0.2;

/**
 * What the names, the titles and the company say, before anybody has decided anything.
 *
 * @typedef {Object} Clustering
 * @property {Cluster[]} clusters
 * @property {{clusters: Cluster[], because: Offer["because"]}[]} doubtful
 */

/**
 * @param {PersonRecord[]} records in the order of the articles
 * @param {readonly number[]} articlesWith in how many articles each name is
 * @param {number} articles the number of articles
 * @returns {Generator<number, Clustering>} each step yields how many records it has read
 */
export function* clustered(records, articlesWith, articles) {
  const most = articles < FEW_ARTICLES ? articles : articles * COMMON;
  const isTelling = (/** @type {number} */ name) => articlesWith[name] <= most;
  /** @type {Clustering} */
  const result = { clusters: [], doubtful: [] };
  let done = 0;
  for (const namesakes of yield* byName(records)) {
    const { people, doubtful } = yield* toldApart(namesakes, isTelling);
    for (const cluster of people) result.clusters.push(cluster);
    const because = namesakes[0].name.given === "" ? "surname" : "name";
    for (const clusters of doubtful) result.doubtful.push({ clusters, because });
    done += namesakes.length;
    if (done < STEP) continue;
    yield done;
    done = 0;
  }
  for (const found of yield* variants(result.clusters, isTelling)) result.doubtful.push(found);
  return result;
}

/**
 * @param {Clustering} clustering
 * @param {readonly Decision[]} decisions
 * @returns {Generator<number, People>}
 */
export function* peopleOf({ clusters, doubtful }, decisions) {
  /** @type {Map<string, Person>} */
  const byReference = new Map();
  /** @type {Person[]} */
  const people = [];
  const groups = decided(
    clusters.map(({ records }) => records),
    decisions,
  );
  for (const [i, group] of groups.entries()) {
    if (i % STEP === STEP - 1) yield STEP;
    const person = personOf(group);
    people.push(person);
    for (const { reference } of group) byReference.set(reference, person);
  }
  /** @type {Offer[]} */
  const offers = [];
  for (const [i, { clusters, because }] of doubtful.entries()) {
    if (i % STEP === STEP - 1) yield STEP;
    const found = clusters.map(({ records }) => byReference.get(records[0].reference));
    const offered = /** @type {Person[]} */ ([...new Set(found)]);
    if (offered.length > 1 && !isSettled(offered, decisions)) offers.push({ people: offered, because });
  }
  offers.sort((a, b) => weight(b) - weight(a));
  return { people, offers, byReference };
}

/** @param {Offer} offer */
const weight = ({ people }) => people.reduce((sum, { mentions }) => sum + mentions, 0);

/**
 * The records with the same given name and surname. Names that are also written in one word (“Jong-un”) or with the
 * family name in front are brought together.
 * @param {PersonRecord[]} records
 * @returns {Generator<number, Iterable<PersonRecord[]>>}
 */
function* byName(records) {
  /** @type {Map<string, PersonRecord[]>} */
  const groups = new Map();
  /** The groups of names in one word: of all, and of those that may be written so. */
  const [all, joined] = [new Map(), new Map()];
  for (const [i, record] of records.entries()) {
    if (i % STEP === STEP - 1) yield STEP;
    const { name } = record;
    const word = inOneWord(name);
    const front = turned(name);
    const own = `${name.given} ${name.last}`;
    const group =
      groups.get(own) ?? (isFull(name) ? ((name.isJoined ? all : joined).get(word) ?? all.get(front)) : null) ?? [];
    group.push(record);
    groups.set(own, group);
    if (!isFull(name)) continue;
    all.set(word, group);
    if (name.isJoined) joined.set(word, group);
    if (front) {
      all.set(front, group);
      joined.set(front, group);
    }
  }
  return new Set(groups.values());
}
