/** Tables for spreadsheets, written as crates/formats writes them: RFC 4180, with a byte order mark for Excel. */

const BYTE_ORDER_MARK = "\ufeff";

/** @param {readonly (readonly (string|number)[])[]} rows the names of the columns first */
export const csv = (rows) => BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");

/** Spreadsheets run what begins like a formula, so such a cell gets an apostrophe. @param {string|number} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  const harmless = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
