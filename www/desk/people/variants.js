/**
 * Finds people who may be one person under two forms of the name: an initial, a short form of the given name, or the
 * surname alone. They are only offered, never joined without being asked.
 *
 * @typedef {import("./cluster.js").Cluster} Cluster
 */

import { nothingContradicts } from "./cluster.js";
import { fullForms, isFull } from "./name.js";
import { evidenceOf, STEP } from "./namesakes.js";

/** Names that share their beginning may be one: “Dan”, “Daniel”. */
const SHARED_LETTERS = 3;
/** More candidates are no help to anybody. */
const MOST = 3;
/** More people with one surname and the same initial are not compared. */
const COMPARED = 50;

/**
 * @param {Cluster[]} clusters
 * @param {(name: number) => boolean} isTelling
 * @returns {Generator<number, {clusters: Cluster[], because: "variant"|"surname"}[]>}
 */
export function* variants(clusters, isTelling) {
  /** People with a full name, by surname and by surname and initial. @type {Map<string, Cluster[]>} */
  const named = new Map();
  for (const cluster of clusters) {
    const { name } = cluster.records[0];
    if (!isFull(name)) continue;
    for (const key of [name.last, `${name.given[0]} ${name.last}`]) {
      const sharers = named.get(key);
      if (!sharers) named.set(key, [cluster]);
      else if (sharers.length < COMPARED) sharers.push(cluster);
    }
  }
  /** @type {{clusters: Cluster[], because: "variant"|"surname"}[]} */
  const found = [];
  /** @type {Map<Cluster, Set<string|number>>} */
  const known = new Map();
  /** @param {Cluster} cluster */
  const evidence = (cluster) => {
    const before = known.get(cluster);
    if (before) return before;
    const all = new Set(cluster.records.flatMap((record) => evidenceOf(record, isTelling)));
    known.set(cluster, all);
    return all;
  };
  for (const [i, cluster] of clusters.entries()) {
    if (i % STEP === STEP - 1) yield STEP;
    const { name } = cluster.records[0];
    const surnameOnly = name.given === "";
    const keys = surnameOnly
      ? [name.last]
      : [`${name.given[0]} ${name.last}`, ...fullForms(name.given).map((full) => `${full[0]} ${name.last}`)];
    const possible = [...new Set(keys.flatMap((key) => named.get(key) ?? []))].filter(
      (other) =>
        other !== cluster &&
        (surnameOnly || isShortFor(name.given, other.records[0].name.given)) &&
        nothingContradicts(cluster, other),
    );
    if (possible.length === 0) continue;
    const own = evidence(cluster);
    const alike = possible.filter((other) => {
      const others = evidence(other);
      for (const piece of own) if (others.has(piece)) return true;
      return false;
    });
    // An initial needs no more evidence if only one person has such a name.
    const offered = alike.length > 0 || surnameOnly || possible.length > 1 ? alike : possible;
    if (offered.length === 0 || offered.length > MOST) continue;
    found.push({
      clusters: [...offered, cluster],
      because: surnameOnly ? "surname" : "variant",
    });
  }
  return found;
}

/** @param {string} short @param {string} long */
const isShortFor = (short, long) =>
  short !== long &&
  ((short.length === 1 && long.startsWith(short)) ||
    (short.length >= SHARED_LETTERS && long.startsWith(short)) ||
    fullForms(short).includes(long));
