/**
 * The kept articles: written, read, listed, forgotten.
 *
 * Every write raises the article's revision, and is refused when the revision that the writer started
 * from is no longer the one that is kept: then another tab has written or forgotten it, and neither
 * tab may destroy what the other one did.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("./database.js").Database} Database
 *
 * @typedef {Object} Summary what the list shows of an article
 * @property {string} id
 * @property {number} revision
 * @property {number} updated milliseconds since 1970
 * @property {string} title
 * @property {string} holds how many names and quotations, in words; empty for a draft
 *
 * @typedef {{id: string, [field: string]: unknown}} Content what changes while somebody works
 * @typedef {{id: string, found: NewsDocument|null}} Found
 * @typedef {{summary: Summary, content: Content, found: Found}} Kept
 */

import { STORES } from "./database.js";

/** Another tab has changed the article since. */
export class Conflict extends Error {}

/** @param {Database} database */
export function createArticles(database) {
  return {
    /** @returns {Promise<Summary[]>} the latest first */
    async list() {
      const summaries = /** @type {Summary[]} */ (await database.getAll("summaries"));
      return summaries.sort((a, b) => b.updated - a.updated);
    },

    /**
     * @param {string} id
     * @returns {Promise<Kept|null>}
     */
    async read(id) {
      const transaction = database.transaction(STORES);
      const [summary, content, found] = await Promise.all(STORES.map((store) => transaction.objectStore(store).get(id)));
      return summary && content ? { summary, content, found: found ?? { id, found: null } } : null;
    },

    /**
     * @param {Summary} summary its revision is the one that the writer knows, 0 for a new article
     * @param {Content} content
     * @param {Found|null} found null if it is kept already
     * @returns {Promise<number>} the revision that is kept now
     */
    async write(summary, content, found) {
      const transaction = database.transaction(STORES, "readwrite");
      const there = await transaction.objectStore("summaries").get(summary.id);
      if ((there?.revision ?? 0) !== summary.revision) {
        await transaction.done;
        throw new Conflict();
      }
      const revision = put(transaction, summary, content, found);
      await transaction.done;
      return revision;
    },

    /**
     * The same without looking and without waiting, for a page that is about to go: its transaction
     * has to be complete before this returns.
     * @param {Summary} summary
     * @param {Content} content
     * @param {Found|null} found
     * @returns {number}
     */
    writeAtOnce(summary, content, found) {
      const transaction = database.transaction(STORES, "readwrite", { durability: "relaxed" });
      const revision = put(transaction, summary, content, found);
      transaction.commit();
      // Nobody is there any more to be told.
      transaction.done.catch(() => {});
      return revision;
    },

    /** @param {string[]} ids */
    async forget(ids) {
      const transaction = database.transaction(STORES, "readwrite");
      for (const store of STORES) for (const id of ids) transaction.objectStore(store).delete(id);
      await transaction.done;
    },

    /**
     * Puts a forgotten article back.
     * @param {Kept} kept
     */
    async restore({ summary, content, found }) {
      const transaction = database.transaction(STORES, "readwrite");
      put(transaction, summary, content, found);
      await transaction.done;
    },

    async forgetAll() {
      const transaction = database.transaction(STORES, "readwrite");
      for (const store of STORES) transaction.objectStore(store).clear();
      await transaction.done;
    },
  };
}

/** @typedef {ReturnType<typeof createArticles>} Articles */

/**
 * @param {import("idb").IDBPTransaction<any, any, "readwrite">} transaction
 * @param {Summary} summary
 * @param {Content} content
 * @param {Found|null} found
 */
function put(transaction, summary, content, found) {
  const revision = summary.revision + 1;
  const requests = [
    transaction.objectStore("summaries").put({ ...summary, revision }),
    transaction.objectStore("articles").put(content),
    found && transaction.objectStore("found").put(found),
  ];
  // A request that fails ends its transaction, and that is where it is told.
  for (const request of requests) request?.catch(() => {});
  return revision;
}
