// What the tabs of the desk compute, without a browser: people told apart, and texts searched. Prints processor times, which
// other processes on the machine disturb less than the clock.
//
//     node bench/desk-tabs.mjs [ARTICLES]

import { clustered, peopleOf } from "../www/desk/people/merge.js";
import { recordsOf, SharedNames } from "../www/desk/people/record.js";
import { concordance } from "../www/desk/search/concordance.js";
import { queryOf, searchable } from "../www/desk/search/query.js";

const ARTICLES = Number(process.argv[2] ?? 10_000);
const WORDS = 800;
const PEOPLE = 10;
const TITLES = ["mayor", "minister", "goalkeeper", "singer", "teacher", "president", "director", "analyst"];
const SYLLABLES = ["ba", "re", "ti", "no", "mu", "sha", "kel", "ver", "ing", "ton"];

let seed = 1;
/** The same numbers in every run, from 0 to 1. */
function random() {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
}
/** Small numbers are much more frequent than great ones, as the words of a language are. */
const skewed = (most) => Math.floor(Math.exp(random() * Math.log(most)));

const vocabulary = Array.from({ length: 40_000 }, (_, i) => {
  const syllables = Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * 10)]);
  return syllables.join("") + (i > 300 ? i.toString(36).slice(-1) : "");
});

/** @returns {import("../www/desk/summary.js").Summary} */
function summary(id) {
  const people = Array.from({ length: PEOPLE }, (_, chain) => {
    const person = skewed(40_000);
    const surname = `Family${(person * 104_729) % 5000}`;
    return {
      chain,
      name: random() < 0.25 ? surname : `Given${(person * 7919) % 600} ${surname}`,
      titles: random() < 0.4 ? [`${TITLES[person % TITLES.length]} of Org${person % 300}`] : [],
      mentions: 3,
      she: person % 2 ? 2 : 0,
      he: person % 2 ? 0 : 2,
      place: /** @type {[number, number]} */ ([0, 5]),
    };
  });
  const names = Array.from({ length: 12 }, (_, i) => ({
    chain: PEOPLE + i,
    name: `Org${skewed(3000)}`,
    type: /** @type {const} */ ("ORG"),
  }));
  return { id, archiveId: "", title: "", date: "", source: "", words: WORDS, people, names, quotations: [] };
}

/** Every sixth text has diacritics, every hundredth the name that is searched for. */
function text(id) {
  const words = Array.from(
    { length: WORDS },
    () => vocabulary[Math.min(vocabulary.length - 1, skewed(vocabulary.length))],
  );
  if (id % 100 === 0) words[WORDS / 2] = "Helena Rebane";
  return { id, ...searchable(`“${words.join(" ")}”${id % 6 === 0 ? " café" : ""}`) };
}

/** The least processor time of several runs, in milliseconds. */
function least(runs, act) {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    act();
    return process.cpuUsage(start).user / 1000;
  });
  return `${Math.round(Math.min(...times))} ms`;
}

function finished(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

const summaries = Array.from({ length: ARTICLES }, (_, id) => summary(id));
/** @type {any} */
let people;
const time = least(3, () => {
  const shared = new SharedNames();
  const records = summaries.flatMap((one) => recordsOf(one, shared));
  people = finished(peopleOf(finished(clustered(records, shared.articles, ARTICLES)), []));
});
console.log(`${ARTICLES * PEOPLE} records, ${people.people.length} people, ${people.offers.length} questions: ${time}`);

const texts = Array.from({ length: ARTICLES }, (_, id) => text(id));
for (const typed of ["helena rebane", '"helena rebane"', "ti", "sha*"]) {
  const query = queryOf(typed);
  /** @type {any} */
  let found;
  const time = least(5, () => {
    found = concordance(texts, query, 5000);
  });
  console.log(`${typed}: ${found.places} places in ${found.articles} articles, ${time}`);
}
