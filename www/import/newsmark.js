/**
 * Saved Newsmark files: an article with what was found in it and all corrections, as JSON. A file may
 * come from anybody, so everything in it is looked at before it is believed.
 *
 * @typedef {import("../state/saved.js").Saved} Saved
 */

import { areSound } from "../document/corrections/valid.js";
import { SCHEMA } from "../document/schema.js";
import { isDocument } from "./shape.js";
import { UserError } from "./user-error.js";

/** Far more than an article has. What is nested without end cannot be kept, and not be exported. */
const LEVELS = 50;

/**
 * @param {string} json
 * @returns {Saved|null} null if it is something else than a Newsmark file; `found` is null if the
 *   text has to be annotated anew
 */
export function readNewsmark(json) {
  const file = parsed(json);
  if (file?.format !== "newsmark") return null;
  if (!isShallow(file, LEVELS))
    throw new UserError("This Newsmark file is damaged: it is nested deeper than any article.");
  if (file.version !== SCHEMA)
    throw new UserError("This file was saved by a newer version of Newsmark, and this one cannot read it.");
  if (typeof file.text !== "string") throw new UserError("This Newsmark file has no article in it.");
  return believed(file.text, file);
}

/**
 * @param {string} text
 * @param {Record<string, any>} file
 * @returns {Saved}
 */
function believed(text, file) {
  const bare = {
    text,
    draft: words(file.draft),
    found: null,
    model: words(file.model) ?? "",
    corrections: [],
    future: [],
    lost: [],
  };
  // The page counts as JavaScript does. What counts otherwise was made elsewhere and without corrections.
  if (file.offsets !== "utf16") return bare;
  const found = isDocument(file.found, text) ? file.found : null;
  // A document without what it was made from has its corrections in it.
  if (!found && isDocument(file.document, text)) return { ...bare, found: file.document };
  const history = { corrections: list(file.corrections), future: list(file.future), lost: list(file.lost) };
  if (!areSound(history, text))
    throw new UserError("This Newsmark file is damaged: its corrections cannot be applied.");
  return { ...bare, ...history, found };
}

/** @param {unknown} value */
const list = (value) => (Array.isArray(value) ? value : []);

/** @param {unknown} value */
const words = (value) => (typeof value === "string" ? value : null);

/** @type {(value: unknown, levels: number) => boolean} */
const isShallow = (value, levels) =>
  typeof value !== "object" ||
  value === null ||
  (levels > 0 && Object.values(value).every((one) => isShallow(one, levels - 1)));

/** @param {string} json */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
