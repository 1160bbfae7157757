/**
 * The rows of a table (CSV, TSV), of JSON lines and of a JSON array, as they are read.
 *
 * @typedef {Record<string, unknown>} Fields
 * @typedef {{place: string, fields: Fields, share: number}|{place: string, problem: string, share: number}} RowRead
 */

import Papa from "../../vendor/papaparse.js";
import { linesOf, textOf } from "./lines.js";

const DELIMITERS = [",", ";", "\t", "|"];

/** In bytes. An array is parsed as a whole. */
const LARGEST_ARRAY = 200e6;

/**
 * @param {File} file
 * @param {import("./kinds.js").Container} kind
 * @returns {AsyncGenerator<RowRead>}
 */
export function rowsOf(file, kind) {
  if (kind === "table") return tableRows(file);
  return kind === "lines" ? jsonLines(file) : jsonArray(file);
}

/** @param {File} file @returns {AsyncGenerator<RowRead>} */
async function* tableRows(file) {
  /** @type {string[]|null} */
  let header = null;
  let delimiter = /\.(tsv|tab)(\.gz)?$/i.test(file.name) ? "\t" : "";
  let rest = "";
  let carriage = "";
  let number = 0;
  for await (const { text, share, isLast } of textOf(file)) {
    // One kind of line break; the second half of one may come with the next piece.
    const whole = carriage + text;
    carriage = !isLast && whole.endsWith("\r") ? "\r" : "";
    rest += whole.slice(0, whole.length - carriage.length).replace(/\r\n?/g, "\n");
    if (rest === "") continue;
    delimiter ||= delimiterIn(rest);
    const { data, meta } = new Papa.Parser({ delimiter }).parse(rest, 0, !isLast);
    rest = rest.slice(meta.cursor);
    for (const cells of data) {
      number++;
      if (cells.length === 1 && cells[0].trim() === "") continue;
      if (!header) header = named(cells);
      else yield { place: `row ${number}`, fields: fieldsOf(header, cells), share };
    }
  }
}

/** The one that makes the most columns of the first two rows. @param {string} text */
function delimiterIn(text) {
  const columns = DELIMITERS.map((delimiter) => {
    const { data } = new Papa.Parser({ delimiter, preview: 2 }).parse(text, 0, false);
    return Math.min(...data.filter((row) => row.join("") !== "").map((row) => row.length));
  });
  return DELIMITERS[columns.indexOf(Math.max(...columns))];
}

/** Columns without a name get their number. @param {string[]} cells */
const named = (cells) => cells.map((cell, at) => cell.trim() || `column ${at + 1}`);

/** @param {string[]} header @param {string[]} cells @returns {Fields} */
const fieldsOf = (header, cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""]));

/** @param {File} file @returns {AsyncGenerator<RowRead>} */
async function* jsonLines(file) {
  for await (const { line, number, share } of linesOf(file)) {
    if (line.trim() === "") continue;
    yield { ...object(line, `line ${number}`), share };
  }
}

/** @param {string} json @param {string} place */
function object(json, place) {
  try {
    return checked(JSON.parse(json), place);
  } catch {
    return { place, problem: "This line is not JSON." };
  }
}

/** @param {unknown} value @param {string} place */
const checked = (value, place) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? { place, fields: /** @type {Fields} */ (value) }
    : { place, problem: "This is not a JSON object with the article’s text." };

/** @param {File} file @returns {AsyncGenerator<RowRead>} */
async function* jsonArray(file) {
  if (file.size > LARGEST_ARRAY) {
    yield {
      place: "",
      problem: "This JSON array is too long to be read as a whole. Write one object per line.",
      share: 1,
    };
    return;
  }
  let text = "";
  for await (const piece of textOf(file)) text += piece.text;
  /** @type {unknown[]} */
  let values;
  try {
    values = JSON.parse(text);
  } catch {
    yield { place: "", problem: "This file is not valid JSON.", share: 1 };
    return;
  }
  for (const [at, value] of values.entries())
    yield { ...checked(value, `entry ${at + 1}`), share: (at + 1) / values.length };
}
