/**
 * Networks of people: who is named with whom, and who speaks about whom.
 *
 * @typedef {import("../gathered.js").Gathered} Gathered
 * @typedef {import("../people/merge.js").Person} Person
 * @typedef {"together"|"about"} Kind named in one article; spoken of in a quotation
 *
 * @typedef {Object} Link
 * @property {Person} source who speaks, if the link is of the kind “about”
 * @property {Person} target
 * @property {number} weight in how many articles they are named together, or how many quotations there are
 *
 * @typedef {Object} Network
 * @property {Kind} kind
 * @property {Person[]} people those with the most articles first
 * @property {Link[]} links the strongest first
 */

/** Articles that are lists of names connect nobody. */
const NAMED_TOGETHER = 60;

/**
 * @param {Gathered} gathered
 * @param {Kind} kind
 * @param {number} most how many people
 * @param {number} least the least weight of a link
 * @returns {Network} without people who have no link
 */
export function network(gathered, kind, most, least) {
  const chosen = new Map(
    [...gathered.people.people]
      .sort((a, b) => b.articles - a.articles || b.mentions - a.mentions)
      .slice(0, most)
      .map((person, i) => [person, i]),
  );
  /** @type {Map<number, Link>} */
  const links = new Map();
  for (const [source, target] of kind === "about" ? spokenOf(gathered) : namedTogether(gathered)) {
    const [a, b] = [chosen.get(source), chosen.get(target)];
    if (a === undefined || b === undefined || a === b) continue;
    const isTurned = kind === "together" && a > b;
    const key = isTurned ? b * most + a : a * most + b;
    const link = links.get(key);
    if (link) link.weight++;
    else links.set(key, isTurned ? { source: target, target: source, weight: 1 } : { source, target, weight: 1 });
  }
  const strong = [...links.values()].filter(({ weight }) => weight >= least).sort((a, b) => b.weight - a.weight);
  const linked = new Set(strong.flatMap(({ source, target }) => [source, target]));
  return { kind, people: [...chosen.keys()].filter((person) => linked.has(person)), links: strong };
}

/** @param {Gathered} gathered @returns {Generator<[Person, Person]>} */
function* spokenOf({ quotations, people }) {
  for (const { by, about } of quotations) {
    const source = by && people.byReference.get(by.reference);
    if (!source) continue;
    for (const { reference } of about) {
      const target = people.byReference.get(reference);
      if (target) yield [source, target];
    }
  }
}

/** @param {Gathered} gathered @returns {Generator<[Person, Person]>} */
function* namedTogether({ records, people }) {
  /** @type {Map<number, Set<Person>>} */
  const articles = new Map();
  for (const { reference, source } of records) {
    const person = people.byReference.get(reference);
    if (!person) continue;
    const named = articles.get(source.id) ?? new Set();
    named.add(person);
    articles.set(source.id, named);
  }
  for (const named of articles.values()) {
    if (named.size > NAMED_TOGETHER) continue;
    const list = [...named];
    for (const [i, a] of list.entries()) for (const b of list.slice(i + 1)) yield [a, b];
  }
}

/**
 * The part of a network around one person.
 * @param {Network} whole
 * @param {Person} person
 * @returns {Network}
 */
export function around({ kind, people, links }, person) {
  const near = new Set([person]);
  for (const { source, target } of links) {
    if (source === person) near.add(target);
    if (target === person) near.add(source);
  }
  return {
    kind,
    people: people.filter((one) => near.has(one)),
    links: links.filter(({ source, target }) => near.has(source) && near.has(target)),
  };
}
