/**
 * Decides which of the people with one name are one person.
 *
 * Titles and the other names of the article are evidence: records that share one are joined, unless their middle names,
 * generations or genders contradict each other. A place in common is no evidence for two people with different titles: a
 * town has a mayor and a goalkeeper. What is then left apart is joined as well if only one pairing is
 * possible and titles do not speak against it: a mayor and a goalkeeper of one name, in articles that have no other name
 * in common, are two people. Without a given name nothing is joined: evidence only makes people doubtful.
 *
 * @typedef {import("./record.js").PersonRecord} PersonRecord
 * @typedef {import("./cluster.js").Cluster} Cluster
 */

import { clusterOf, join, mayBeOne, nothingContradicts } from "./cluster.js";
import { genderOf } from "./gender.js";
import { isFull } from "./name.js";

/** With more clusters that share a piece of evidence, it is no evidence. */
const SHARERS = 8;
/** How many records are a step of the work. */
export const STEP = 200;

/**
 * @param {PersonRecord[]} records with the same given name and surname, or the same single name
 * @param {(name: number) => boolean} isTelling whether a shared name is evidence
 * @returns {Generator<number, {people: Cluster[], doubtful: Cluster[][]}>} `doubtful` are groups of people who may be the
 *   same one; each step yields how many records it has read
 */
export function* toldApart(records, isTelling) {
  const clusters = yield* joinedByEvidence(records, isTelling);
  if (!isFull(records[0].name)) {
    const groups = clusters.map((cluster) => cluster.records.map(clusterOf));
    return { people: groups.flat(), doubtful: groups.filter((group) => group.length > 1) };
  }
  // Those of whom most is known come first, so that the others find their match or an ambiguity.
  clusters.sort((a, b) => knowledge(b) - knowledge(a) || b.records.length - a.records.length);
  /** @type {Cluster[]} */
  const people = [];
  /** @type {[Cluster, Cluster][]} */
  const doubts = [];
  for (const cluster of clusters) {
    const possible = people.filter((person) => mayBeOne(person, cluster));
    const [only] = possible;
    if (possible.length === 1 && !(only.titled && cluster.titled)) {
      join(only, cluster);
      continue;
    }
    const alike = people.filter((person) => possible.includes(person) || mayBeRelated(person, cluster));
    doubts.push(.../** @type {[Cluster, Cluster][]} */ (alike.map((person) => [person, cluster])));
    people.push(cluster);
  }
  return { people, doubtful: connected(doubts) };
}

/** @param {Cluster} cluster */
const knowledge = (cluster) =>
  [cluster.middle.length > 0, cluster.generation !== "", cluster.titled, genderOf(cluster) !== null].filter(Boolean)
    .length;

/**
 * A name with “Jr.” and the same without it: a son and his father, or one person.
 * @param {Cluster} a
 * @param {Cluster} b
 */
const mayBeRelated = (a, b) => (a.generation === "") !== (b.generation === "") && nothingContradicts(a, b);

/**
 * @param {PersonRecord[]} records
 * @param {(name: number) => boolean} isTelling
 * @returns {Generator<number, Cluster[]>}
 */
function* joinedByEvidence(records, isTelling) {
  if (records.length === 1) return records.map(clusterOf);
  /** The clusters that have a piece of evidence. @type {Map<string|number, Cluster[]>} */
  const holders = new Map();
  /** The cluster that another one has been joined to. @type {Map<Cluster, Cluster>} */
  const joinedTo = new Map();
  /** @type {Set<Cluster>} */
  const clusters = new Set();
  /** What clusters have been joined to. @param {Cluster[]} sharers */
  const current = (sharers) => new Set(sharers.map((cluster) => latest(joinedTo, cluster)));
  /** @param {Cluster} a @param {Cluster} b */
  function joined(a, b) {
    const [into, from] = a.records.length >= b.records.length ? [a, b] : [b, a];
    join(into, from);
    joinedTo.set(from, into);
    clusters.delete(from);
    return into;
  }
  for (const [i, record] of records.entries()) {
    if (i % STEP === STEP - 1) yield STEP;
    let own = clusterOf(record);
    clusters.add(own);
    for (const piece of evidenceOf(record, isTelling)) compare(piece, false);
    for (const piece of record.source.places) if (isTelling(piece)) compare(piece, true);

    /** @param {string|number} piece @param {boolean} isPlace */
    function compare(piece, isPlace) {
      const sharers = holders.get(piece);
      if (!sharers) holders.set(piece, [own]);
      else if (sharers.length > 1 || sharers[0] !== own) {
        for (const other of current(sharers))
          if (other !== own && mayBeOne(other, own) && !(isPlace && other.titled && own.titled))
            own = joined(other, own);
        const left = current(sharers).add(own);
        if (left.size <= SHARERS) holders.set(piece, [...left]);
      }
    }
  }
  return [...clusters];
}

/**
 * What may show that two records are one person: words of titles, and the numbers of other people and organisations.
 * @param {PersonRecord} record
 * @param {(name: number) => boolean} isTelling
 */
export function evidenceOf({ titleWords, source, key }, isTelling) {
  /** @type {(string|number)[]} */
  const evidence = titleWords.slice();
  for (const name of source.company) if (name !== key && isTelling(name)) evidence.push(name);
  return evidence;
}

/** @param {Map<Cluster, Cluster>} joinedTo @param {Cluster} cluster */
function latest(joinedTo, cluster) {
  let now = cluster;
  for (let next = joinedTo.get(now); next; next = joinedTo.get(now)) now = next;
  return now;
}

/**
 * Groups of everything that pairs connect.
 * @template T
 * @param {[T, T][]} pairs
 * @returns {T[][]}
 */
function connected(pairs) {
  /** @type {Map<T, Set<T>>} */
  const groups = new Map();
  for (const [a, b] of pairs) {
    const group = groups.get(a) ?? new Set([a]);
    for (const one of groups.get(b) ?? [b]) group.add(one);
    for (const one of group) groups.set(one, group);
  }
  return [...new Set(groups.values())].map((group) => [...group]);
}
