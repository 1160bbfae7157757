/**
 * The sheet of one person: what a fact-checker wants to know. It is made of everything that the articles of the collection
 * say, as data for the page, for copying and for files.
 *
 * @typedef {import("../gathered.js").Gathered} Gathered
 * @typedef {import("../gathered.js").GatheredQuotation} GatheredQuotation
 * @typedef {import("../gathered.js").ListedArticle} ListedArticle
 * @typedef {import("./merge.js").Person} Person
 * @typedef {import("./record.js").PersonRecord} PersonRecord
 *
 * @typedef {Object} Sheet
 * @property {Person} person
 * @property {{article: ListedArticle, record: PersonRecord}[]} articles the oldest first
 * @property {{name: string, count: number}[]} quotedBy the publications that quote the person
 * @property {GatheredQuotation[]} said
 * @property {GatheredQuotation[]} spokenOf what others say of the person
 */

import { csv } from "../../document/csv.js";
import { plural } from "../../document/words.js";
import { idInFiles } from "../summary.js";

/**
 * @param {Gathered} gathered
 * @param {Person} person
 * @returns {Sheet}
 */
export function sheetOf({ byId, quotations }, person) {
  const records = new Set(person.records);
  const said = quotations.filter(({ by }) => by && records.has(by)).sort(byDate);
  /** @type {Map<string, number>} */
  const sources = new Map();
  for (const { article } of said) sources.set(article.source, (sources.get(article.source) ?? 0) + 1);
  const articles = person.records.map((record) => ({
    article: /** @type {ListedArticle} */ (byId.get(record.source.id)),
    record,
  }));
  return {
    person,
    articles: articles.sort(byDate),
    quotedBy: [...sources].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
    said,
    spokenOf: quotations
      .filter(({ about, by }) => !(by && records.has(by)) && about.some((one) => records.has(one)))
      .sort(byDate),
  };
}

/** Articles without a date come last. @param {{article: ListedArticle}} a @param {{article: ListedArticle}} b */
function byDate(a, b) {
  const [x, y] = [a.article.date || "9999", b.article.date || "9999"];
  return x < y ? -1 : x > y ? 1 : a.article.id - b.article.id;
}

/** Where a quotation is from: “Harbour to close, The Clarion, 2026-03-02”. @param {ListedArticle} article */
export const origin = ({ title, source, date }) => [title, source, date].filter((part) => part !== "").join(", ");

/** Counts and dates in a line. @param {Person} person */
export function countsOf({ articles, mentions, quotations, first, last }) {
  const counts = [plural(articles, "article"), plural(mentions, "mention"), plural(quotations, "quotation")].join(", ");
  if (first === "") return counts;
  return `${counts}; ${first === last ? first : `${first} to ${last}`}`;
}

/** The sheet as paragraphs, each with its kind. @param {Sheet} sheet @returns {["h1"|"h2"|"p"|"q", string, string?][]} */
function paragraphs({ person, quotedBy, said, spokenOf }) {
  /** @type {["h1"|"h2"|"p"|"q", string, string?][]} */
  const all = [["h1", person.name]];
  if (person.titles.length > 0) all.push(["p", person.titles.join("; ")]);
  if (person.otherNames.length > 0) all.push(["p", `Also: ${person.otherNames.join(", ")}`]);
  all.push(["p", countsOf(person)]);
  const sources = quotedBy.filter(({ name }) => name !== "");
  if (sources.length > 0)
    all.push(["p", `Quoted by ${sources.map(({ name, count }) => `${name} (${count})`).join(", ")}`]);
  if (said.length > 0) all.push(["h2", "Said"], ...said.map((one) => line(one, one.speaker, person.name)));
  if (spokenOf.length > 0) all.push(["h2", "Said by others"], ...spokenOf.map((one) => line(one, one.speaker, "")));
  return all;
}

/**
 * @param {GatheredQuotation} quotation
 * @param {string|null} speaker
 * @param {string} expected the name that needs not be repeated
 * @returns {["q", string, string]}
 */
const line = ({ words, article }, speaker, expected) => [
  "q",
  words,
  [speaker === expected ? "" : (speaker ?? ""), origin(article)].filter(Boolean).join(", "),
];

/** The sheet to be pasted into another text. @param {Sheet} sheet @returns {{plain: string, rich: string}} */
export function copied(sheet) {
  const all = paragraphs(sheet);
  return {
    plain: all.map(([, words, from]) => (from === undefined ? words : `${words}\n– ${from}`)).join("\n\n"),
    rich: all.map(markup).join("\n"),
  };
}

/** The sheet as a page of its own. @param {Sheet} sheet */
export const page = (sheet) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="color-scheme" content="light dark">
<title>${escaped(sheet.person.name)}</title>
</head>
<body>
${paragraphs(sheet).map(markup).join("\n")}
</body>
</html>
`;

/** @param {["h1"|"h2"|"p"|"q", string, string?]} paragraph */
const markup = ([kind, words, from]) =>
  kind === "q"
    ? `<blockquote><p>${escaped(words)}</p><footer>– ${escaped(from ?? "")}</footer></blockquote>`
    : `<${kind}>${escaped(words)}</${kind}>`;

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (one) => ENTITIES[one]);

/** The sheet as a table. @param {Sheet} sheet */
export function table({ said, spokenOf }) {
  const rows = [...said.map((one) => row("said", one)), ...spokenOf.map((one) => row("said by others", one))];
  return csv([
    ["what", "words", "speaker", "type", "medium", "cue", "date", "source", "article", "article_id"],
    ...rows,
  ]);
}

/** @param {string} what @param {GatheredQuotation} quotation */
const row = (what, { words, speaker, type, medium, cue, article }) => [
  what,
  words,
  speaker ?? "",
  type,
  medium,
  cue,
  article.date,
  article.source,
  article.title,
  idInFiles(article),
];
