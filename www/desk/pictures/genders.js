/**
 * What articles call the people whom they quote: “she” or “he”. It is counted from pronouns, forms of address and titles,
 * never from given names. A speaker who is called neither, or both, counts as unknown.
 *
 * @typedef {{speakers: number, quotations: number}} Count
 * @typedef {{she: Count, he: Count, unknown: Count}} Genders
 */

import { genderOf } from "../people/gender.js";

/** @param {import("../gathered.js").Gathered} gathered @returns {Genders} */
export function genders({ people }) {
  const none = () => ({ speakers: 0, quotations: 0 });
  const counts = { she: none(), he: none(), unknown: none() };
  for (const person of people.people) {
    if (person.quotations === 0) continue;
    const count = counts[genderOf(person) ?? "unknown"];
    count.speakers++;
    count.quotations += person.quotations;
  }
  return counts;
}
