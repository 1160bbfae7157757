/**
 * Which column of a table is the text, which the title and so on: guesses, and what becomes of a row.
 *
 * @typedef {"text"|"title"|"byline"|"date"|"source"|"address"|"language"|"id"} Role
 * @typedef {Partial<Record<Role, string>>} Roles the columns by their role
 * @typedef {Record<string, unknown>} Fields
 */

/**
 * The roles in the order of the form, with the names that columns usually have. There are more of them than the command
 * line takes (src/document/metadata.rs), because a person looks at the guess.
 * @type {[Role, string, string[]][]} */
export const ROLES = [
  [
    "text",
    "Text",
    ["text", "body", "content", "article", "fulltext", "articletext", "articlebody", "maintext", "story"],
  ],
  ["title", "Title", ["title", "headline", "heading"]],
  ["byline", "Byline", ["byline", "author", "authors", "writer"]],
  ["date", "Date", ["date", "published", "publicationdate", "pubdate", "datepublished", "publishedat", "day", "time"]],
  ["source", "Source", ["source", "site", "newspaper", "publication", "publisher", "outlet", "sitename", "sourcename"]],
  ["address", "Address", ["url", "link", "address", "permalink", "uri"]],
  ["language", "Language", ["language", "lang"]],
  ["id", "Id", ["id", "articleid", "uid", "docid", "guid", "key"]],
];

/** Where the metadata of the article have what the column says. */
const METADATA = /** @type {const} */ ({
  title: "title",
  byline: "byline",
  source: "site",
  address: "url",
  language: "language",
  id: "id",
});

/** A text has at least so many characters. */
const LONG = 200;

/** @param {string} name */
const bare = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * @param {string[]} columns
 * @param {Fields[]} sample some rows
 * @returns {Roles}
 */
export function guessedRoles(columns, sample) {
  /** @type {Roles} */
  const roles = {};
  const taken = new Set();
  for (const [role, , names] of ROLES) {
    const found = names.map((name) => columns.find((column) => bare(column) === name && !taken.has(column)));
    const column = found.find((one) => one !== undefined);
    if (column === undefined) continue;
    roles[role] = column;
    taken.add(column);
  }
  roles.text ??= longest(
    columns.filter((column) => !taken.has(column)),
    sample,
  );
  return roles;
}

/** The column with the longest texts, if they are long enough for articles. @param {string[]} columns @param {Fields[]} sample */
function longest(columns, sample) {
  const lengths = columns.map((column) => ({
    column,
    length: sample.reduce((sum, fields) => sum + written(fields[column]).length, 0) / Math.max(1, sample.length),
  }));
  const [first] = lengths.sort((a, b) => b.length - a.length);
  return first && first.length >= LONG ? first.column : undefined;
}

/**
 * What a row says of its article.
 * @param {Fields} row
 * @param {Roles} roles
 */
export function articleIn(row, roles) {
  /** @type {import("../../document/types.js").Metadata} */
  const metadata = {};
  for (const [role, field] of Object.entries(METADATA)) {
    const value = cellOf(row, roles[/** @type {Role} */ (role)]).trim();
    if (value !== "") metadata[field] = value;
  }
  const given = cellOf(row, roles.date).trim();
  const date = dayOf(given);
  if (date) metadata.date = date;
  // A date that cannot be read is kept as it is.
  const used = new Set(Object.values(date ? roles : { ...roles, date: undefined }));
  const rest = Object.entries(row).filter(([name, value]) => !used.has(name) && written(value) !== "");
  return {
    text: cellOf(row, roles.text),
    metadata,
    fields: Object.fromEntries(rest.map(([name, value]) => [name, written(value)])),
  };
}

/** @param {Fields} row @param {string|undefined} column */
const cellOf = (row, column) => (column === undefined ? "" : written(row[column]));

/** @param {unknown} value */
function written(value) {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A day as YYYY-MM-DD; empty if it is written in a form in which day and month could be confused.
 * @param {string} given
 */
export function dayOf(given) {
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(given);
  if (iso) return day(iso[1], Number(iso[2]), iso[3]);
  const named = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})\b/i.exec(given);
  if (named) return day(named[3], MONTHS.indexOf(named[2].toLowerCase()) + 1, named[1]);
  const american = /\b([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i.exec(given);
  if (american) return day(american[3], MONTHS.indexOf(american[1].toLowerCase()) + 1, american[2]);
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(given);
  if (german) return day(german[3], Number(german[2]), german[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(given);
  if (!slashed) return "";
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  if (first > 12) return day(slashed[3], second, first);
  return second > 12 || first === second ? day(slashed[3], first, second) : "";
}

/** @param {string} year @param {number} month @param {string|number} date */
function day(year, month, date) {
  const written = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  const read = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : "";
}
