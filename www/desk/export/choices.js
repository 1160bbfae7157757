/**
 * What a collection can be exported as: the formats of an article, each for all articles, and what only a collection has.
 *
 * @typedef {"collection"|"table"|"lines"|"tei"|"brat"|"files"|"people"|"network"} Way how it is written
 * @typedef {{way: Way, format: string, label: string, about: string}} Choice
 */

import { GROUPS } from "../../generated/formats.js";

/** @type {{label: string, choices: Choice[]}[]} */
export const CHOICES = [
  {
    label: "The collection",
    choices: [
      {
        way: "collection",
        format: "jsonl",
        label: "Newsmark collection",
        about:
          "all articles with their annotations and corrections, for another browser and for the command line (JSON lines)",
      },
    ],
  },
  {
    label: "People",
    choices: [
      { way: "people", format: "people", label: "People", about: "a table of the people of all articles (CSV)" },
      {
        way: "network",
        format: "together",
        label: "Who is named with whom",
        about: "a network for Gephi and other programs (GEXF)",
      },
      { way: "network", format: "about", label: "Who speaks about whom", about: "the same, with directions (GEXF)" },
    ],
  },
  ...GROUPS.map(({ label, formats }) => ({ label, choices: formats.flatMap(choicesOf) })).filter(
    ({ choices }) => choices.length > 0,
  ),
];

/** @param {import("../../generated/formats.js").Format} format @returns {Choice[]} */
function choicesOf({ id, label, about }) {
  if (id === "json") return [];
  if (id.startsWith("csv-"))
    return [
      { way: "table", format: id, label, about },
      { way: "lines", format: id, label: `${label}, as JSON lines`, about: "the same table, one object per line" },
    ];
  if (id === "tei")
    return [{ way: "tei", format: id, label, about: `${about}, one for each article, and a corpus of all (ZIP)` }];
  if (id === "brat") return [{ way: "brat", format: id, label, about: "a folder for brat, with all articles (ZIP)" }];
  return [{ way: "files", format: id, label, about: `${about}, one for each article (ZIP)` }];
}
