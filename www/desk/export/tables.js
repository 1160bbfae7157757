/**
 * Tables of a whole collection, from the tables of its articles (crates/formats): the names of the columns once, then the
 * rows of every article. Each row begins with the article's id.
 */

import Papa from "../../vendor/papaparse.js";

const LINE_END = "\r\n";

/**
 * Takes the table of one article apart.
 * @param {Uint8Array} bytes
 * @returns {{head: string, rows: string}} the head with the byte order mark
 */
export function partsOf(bytes) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const end = text.indexOf(LINE_END) + LINE_END.length;
  return { head: text.slice(0, end), rows: text.slice(end) };
}

/** Columns with numbers. An empty cell of theirs is null. */
const NUMBERS = /^(?:id|start|end|chain|confidence|amount|high|si|lat|lon)$/;
/** What protects a spreadsheet from a cell that looks like a formula. */
const PROTECTION = /^'(?=(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))/;

/**
 * The rows of an article as lines of JSON.
 * @param {string} head
 * @param {string} rows
 */
export function jsonLines(head, rows) {
  /** @param {string} text */
  const cells = (text) => new Papa.Parser({ delimiter: ",", newline: LINE_END }).parse(text, 0, false).data;
  const [names] = cells(head.replace(/^\ufeff/, ""));
  return cells(rows)
    .filter((row) => row.length === names.length)
    .map((row) => JSON.stringify(Object.fromEntries(names.map((name, i) => [name, value(name, row[i])]))))
    .map((line) => `${line}\n`)
    .join("");
}

/** @param {string} name @param {string} cell */
function value(name, cell) {
  if (!NUMBERS.test(name)) return cell.replace(PROTECTION, "");
  return cell === "" || Number.isNaN(Number(cell)) ? cell || null : Number(cell);
}
