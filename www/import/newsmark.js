/**
 * Reads saved Newsmark files: an article with the engine's result and all corrections, as JSON. A file can come from
 * anyone, so everything in it is checked.
 *
 * @typedef {import("../state/saved.js").Saved} Saved
 */

import { isSound } from "../document/corrections/corrector.js";
import { problemIn } from "../document/is-document.js";
import { readMetadata } from "../document/metadata.js";
import { SCHEMA_VERSION } from "../generated/tables.js";
import { UserError } from "./user-error.js";

/**
 * The deepest nesting allowed, far more than an article needs. Endless nesting could be neither stored nor exported.
 */
const LEVELS = 50;

/**
 * An opened file: `found` is null if the text must be annotated again, and `problem` says why.
 * @typedef {Saved & {problem?: string}} Opened
 */

/**
 * @param {string} json
 * @returns {Promise<Opened|null>} null if it is not a Newsmark file
 */
export async function readNewsmark(json) {
  const file = parsed(json);
  if (!isNewsmark(Object(file))) return null;
  if (!isShallow(file, LEVELS))
    throw new UserError("This Newsmark file is damaged: its contents are nested too deeply.");
  // The command line reads the version in the same way; both are tested on tests/data/shared/newsmark-files.json.
  const { version = SCHEMA_VERSION } = file;
  if (!Number.isInteger(version) || version < 0)
    throw new UserError("This Newsmark file is damaged: its version is not a number.");
  if (version > SCHEMA_VERSION)
    throw new UserError(
      "This file was saved by a newer version of Newsmark and cannot be read by this one. Reload the page to update.",
    );
  if (typeof file.text !== "string") throw new UserError("This Newsmark file contains no article.");
  return believed(file.text, file);
}

/** Like the command line, the page also takes a file that does not say its format. @param {Record<string, unknown>} file */
const isNewsmark = (file) =>
  file.format === undefined ? "text" in file && "document" in file : file.format === "newsmark";

/**
 * @param {string} text
 * @param {Record<string, any>} file
 * @returns {Promise<Opened>}
 */
async function believed(text, file) {
  const bare = {
    text,
    metadata: readMetadata(file.metadata ?? file.document?.metadata ?? file.found?.metadata),
    draft: words(file.draft),
    found: null,
    model: words(file.model) ?? "",
    corrections: [],
    future: [],
    lost: [],
  };
  const { offsets, found = null, document = null } = file;
  if (offsets !== "utf16") return { ...bare, problem: otherOffsets(offsets) };
  const damage = found === null ? null : problemIn(found, text);
  if (damage) return { ...bare, problem: damaged(damage) };
  if (found === null) {
    // A document without the engine's result already includes its corrections.
    const problem = document === null ? null : problemIn(document, text);
    return problem ? { ...bare, problem: damaged(problem) } : { ...bare, found: document };
  }
  const history = { corrections: list(file.corrections), future: list(file.future), lost: list(file.lost) };
  const isDamaged = !(await isSound(history, text, found).catch(() => {
    throw new UserError(
      "This file has corrections, and the part of Newsmark that applies them could not be loaded. Check the connection, and open the file again.",
    );
  }));
  if (isDamaged) throw new UserError("This Newsmark file is damaged: its corrections cannot be applied.");
  return { ...bare, ...history, found };
}

/** @param {string} problem */
const damaged = (problem) =>
  `The annotations in this Newsmark file are damaged: ${problem}. Only its text was opened, and it was annotated again.`;

/** The page counts in UTF-16 units. A file with other offsets was made by another program. @param {unknown} offsets */
const otherOffsets = (offsets) =>
  ["codepoints", "utf8"].includes(String(offsets))
    ? "The offsets in this Newsmark file do not count as the page does. Its text was annotated again."
    : damaged("it does not say what its offsets count");

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
