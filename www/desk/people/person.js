/**
 * One person of the collection, from the records of the articles.
 *
 * @typedef {import("./record.js").PersonRecord} PersonRecord
 * @typedef {import("./merge.js").Person} Person
 */

import { folded } from "./name.js";

/**
 * @param {PersonRecord[]} records at least one
 * @returns {Person}
 */
export function personOf(records) {
  const inOrder = [...records].sort((a, b) => a.source.id - b.source.id);
  const [name, ...otherNames] = byFrequency(inOrder.map(({ written }) => written)).sort(byFullness);
  const dates = inOrder
    .map(({ source }) => source.date)
    .filter((date) => date !== "")
    .sort();
  /** @param {"mentions"|"quotations"|"she"|"he"} of */
  const sum = (of) => inOrder.reduce((total, record) => total + record[of], 0);
  return {
    reference: inOrder[0].reference,
    name,
    otherNames,
    titles: byFrequency(inOrder.flatMap(({ titles }) => titles)),
    records: inOrder,
    articles: new Set(inOrder.map(({ source }) => source.id)).size,
    mentions: sum("mentions"),
    quotations: sum("quotations"),
    she: sum("she"),
    he: sum("he"),
    first: dates[0] ?? "",
    last: dates.at(-1) ?? "",
  };
}

/** A name with more words is fuller; among equals the order stays. @param {string} a @param {string} b */
const byFullness = (a, b) => b.split(" ").length - a.split(" ").length;

/**
 * Distinct wordings, the most frequent first. Case and diacritics aside they are one, in its most frequent form.
 * @param {string[]} wordings
 */
function byFrequency(wordings) {
  if (wordings.length === 1) return [...wordings];
  /** @type {Map<string, Map<string, number>>} */
  const groups = new Map();
  for (const wording of wordings) {
    const key = folded(wording);
    const forms = groups.get(key) ?? new Map();
    forms.set(wording, (forms.get(wording) ?? 0) + 1);
    groups.set(key, forms);
  }
  return [...groups.values()]
    .map((forms) => {
      const sorted = [...forms].sort((a, b) => b[1] - a[1]);
      return { wording: sorted[0][0], count: sorted.reduce((sum, [, count]) => sum + count, 0) };
    })
    .sort((a, b) => b.count - a.count)
    .map(({ wording }) => wording);
}
