/**
 * Takes articles in: from files of one article and from archives and tables of many. They are read one after another and
 * stored in batches, so ten thousand do not fill the memory. What cannot be read is reported; the rest goes on.
 *
 * @typedef {import("./walk.js").Given} Given
 * @typedef {import("./columns.js").Roles} Roles
 * @typedef {import("../store/articles.js").NewArticle} NewArticle
 * @typedef {import("../../state/saved.js").Saved} Saved
 * @typedef {{path: string, problem: string}} Problem
 *
 * @typedef {Object} Collected
 * @property {number} added
 * @property {number} same how many were there already
 * @property {Problem[]} problems
 *
 * @typedef {Object} Asked
 * @property {(table: {name: string, columns: string[], sample: Record<string, unknown>[]}) => Promise<Roles|null>} columns
 *   which column is what; null to leave the table out
 * @property {(collected: Collected, share: number|null) => void} progress
 */

import { readFile } from "../../import/file.js";
import { UserError } from "../../import/user-error.js";
import { isAnnotated, savedIn } from "./annotated.js";
import { articleIn } from "./columns.js";
import { containerIn } from "./kinds.js";
import { newArticle } from "./new-article.js";
import { openContainer } from "./reader.js";
import { filesOf } from "./walk.js";

/** How many articles are stored at once, and how many characters. */
const BATCH = 100;
const SIZE = 2_000_000;
/** An archive in an archive in an archive is read, but not endlessly. */
const DEPTH = 4;
/** More reasons than anybody reads. */
const MOST_PROBLEMS = 1000;

const UNREAD = "It could not be read.";

/**
 * @param {Given} given
 * @param {import("../desk.js").OpenDesk} desk
 * @param {Asked} asked
 * @param {AbortSignal} signal
 * @returns {Promise<Collected>}
 */
export async function collect(given, desk, { columns, progress }, signal) {
  /** @type {Collected} */
  const collected = { added: 0, same: 0, problems: [] };
  /** @type {NewArticle[]} */
  let batch = [];
  let size = 0;
  /** The texts of this batch, which are not among the rows yet. */
  let hashes = new Set();
  /** What the reader has said of tables with the same columns. @type {Map<string, Roles|null>} */
  const known = new Map();

  // How many files a dropped folder has turns out on the way.
  const isCounted = given.length > 1 && given.every((one) => one instanceof File);
  let read = 0;
  for await (const found of filesOf(given)) {
    if (signal.aborted) break;
    if ("problem" in found) problem(found.path, found.problem);
    else await file(found.file, found.path, 0);
    progress(collected, isCounted ? ++read / given.length : null);
  }
  await store();
  return collected;

  /** @param {string} path @param {string} reason */
  function problem(path, reason) {
    if (collected.problems.length < MOST_PROBLEMS) collected.problems.push({ path, problem: reason });
    else collected.problems[MOST_PROBLEMS - 1] = { path: "…", problem: "There are more files that could not be read." };
  }

  /** @param {File} file @param {string} path @param {number} depth */
  async function file(file, path, depth) {
    try {
      const kind = await containerIn(file);
      if (kind === "zip") {
        if (depth === DEPTH) problem(path, "It is an archive in too many archives.");
        else await archive(file, path, depth);
      } else if (kind) await table(file, path, kind);
      else await single(file, path);
    } catch (error) {
      // Storage problems end the collecting; a file that cannot be read does not.
      if (error instanceof StorageProblem) throw error;
      problem(path, error instanceof UserError ? error.message : UNREAD);
    }
  }

  /** @param {File} file @param {string} path */
  async function single(file, path) {
    const read = await readFile(file);
    if ("annotations" in read) throw new UserError("It has annotations, but not the article.");
    if ("saved" in read) return add(read.saved, {}, path);
    const metadata = { ...("metadata" in read ? read.metadata : {}), id: path };
    await add({ text: read.text, metadata }, {}, path);
  }

  /** @param {File} file @param {string} path @param {number} depth */
  async function archive(file, path, depth) {
    for await (const item of openContainer(file, "zip")) {
      if (signal.aborted) return;
      progress(collected, item.share);
      if (!("path" in item)) continue;
      const inside = item.path === "" ? path : `${path}/${item.path}`;
      if ("problem" in item) problem(inside, item.problem);
      else await fileInside(item, inside, depth + 1);
    }
  }

  /** @param {{path: string, blob: Blob}} item @param {string} path @param {number} depth */
  function fileInside({ path: name, blob }, path, depth) {
    return file(new File([blob], name.slice(name.lastIndexOf("/") + 1)), path, depth);
  }

  /** @param {File} file @param {string} path @param {import("./kinds.js").Container} kind */
  async function table(file, path, kind) {
    /** @type {Roles|null|undefined} */
    let roles;
    for await (const { item, sample } of withSample(openContainer(file, kind))) {
      if (signal.aborted) return;
      progress(collected, item.share);
      if (!("fields" in item)) {
        if ("place" in item) problem([path, item.place].filter(Boolean).join(", "), item.problem);
        continue;
      }
      const { fields, place } = item;
      if (isAnnotated(fields)) {
        const { saved, fields: rest } = await savedIn(fields);
        await add(saved, articleIn(rest, {}).fields, `${path}, ${place}`);
        continue;
      }
      roles ??= await rolesOf(path, sample);
      if (!roles) return;
      const { fields: rest, ...article } = articleIn(fields, roles);
      await add(article, rest, `${path}, ${place}`);
    }
  }

  /** @param {string} name @param {Record<string, unknown>[]} sample */
  async function rolesOf(name, sample) {
    const names = [...new Set(sample.flatMap((fields) => Object.keys(fields)))];
    const key = JSON.stringify(names);
    if (!known.has(key)) known.set(key, await columns({ name, columns: names, sample }));
    return known.get(key) ?? null;
  }

  /**
   * @param {Saved|{text: string, metadata: import("../../document/types.js").Metadata}} article
   * @param {Record<string, string>} fields
   * @param {string} path
   */
  async function add(article, fields, path) {
    if (article.text.trim() === "") return problem(path, "It has no text.");
    const made = await newArticle(article, fields);
    const { hash } = made.row;
    if (hashes.has(hash) || desk.rows.withHash(hash)) {
      collected.same++;
      return;
    }
    hashes.add(hash);
    batch.push(made);
    size += article.text.length;
    if (batch.length >= BATCH || size >= SIZE) await store();
  }

  async function store() {
    const articles = batch;
    [batch, size] = [[], 0];
    if (articles.length === 0) return;
    try {
      await desk.add(articles);
    } catch (error) {
      throw new StorageProblem(error);
    }
    hashes = new Set();
    collected.added += articles.length;
    progress(collected, null);
  }
}

/** The browser could not store what was read. */
export class StorageProblem extends Error {
  /** @param {unknown} reason */
  constructor(reason) {
    super("storage");
    this.reason = reason;
  }
}

/** Rows that a person is shown to choose the columns. */
const SAMPLE = 20;

/**
 * The items of a table, the first of which come with the next rows.
 * @param {AsyncGenerator<import("./reader.js").Item>} items
 */
async function* withSample(items) {
  /** @type {import("./reader.js").Item[]} */
  let first = [];
  let isSampled = false;
  const fieldsIn = () => first.flatMap((item) => ("fields" in item ? [item.fields] : []));
  for await (const item of items) {
    if (isSampled) yield { item, sample: [] };
    else {
      first.push(item);
      if (first.length < SAMPLE) continue;
      isSampled = true;
      const sample = fieldsIn();
      for (const one of first) yield { item: one, sample };
      first = [];
    }
  }
  const sample = fieldsIn();
  for (const one of first) yield { item: one, sample };
}
