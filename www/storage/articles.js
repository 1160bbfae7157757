/**
 * The stored articles: write, read, list, delete.
 *
 * Every write increments the article's revision. It is rejected if the stored revision is not the one that the writer
 * started from: then another tab has written or deleted the article, and neither tab may destroy the work of the other.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("./database.js").Database} Database
 *
 * @typedef {Object} Summary what the list shows of an article
 * @property {string} id
 * @property {number} revision
 * @property {number} updated milliseconds since 1970
 * @property {string} title
 * @property {string} holds the number of names and quotations in words; empty for a draft
 *
 * @typedef {Object} StoredArticle an article as it is stored
 * @property {Summary} summary
 * @property {{id: string} & Omit<import("../state/saved.js").Saved, "found">} content what changes during work
 * @property {NewsDocument|null} found stored as JSON, because browsers take twice as long to store tens of thousands of
 *   objects as the equivalent string. Before November 2026 it was stored as an object.
 */

import { STORES } from "./database.js";
import { isSummary } from "./record.js";

/** Another tab has changed the article in the meantime. */
export class Conflict extends Error {}

/** @param {Database} database */
export function createArticles(database) {
  return {
    /** @returns {Promise<Summary[]>} the most recent first */
    async list() {
      const summaries = await database.getAll("summaries");
      return summaries.filter(isSummary).sort((a, b) => b.updated - a.updated);
    },

    /**
     * @param {string} id
     * @returns {Promise<StoredArticle|null>}
     */
    async read(id) {
      const transaction = database.transaction(STORES);
      const [summary, content, found] = await Promise.all(
        STORES.map((store) => transaction.objectStore(store).get(id)),
      );
      return isSummary(summary) && content ? { summary, content, found: parsed(found?.found) } : null;
    },

    /**
     * @param {StoredArticle} article its revision is the one that the writer knows, 0 for a new article
     * @param {boolean} withFound false if the engine's result is already stored
     * @returns {Promise<number>} the new revision
     */
    async write(article, withFound) {
      const { id, revision: known } = article.summary;
      const transaction = database.transaction(STORES, "readwrite");
      const there = await transaction.objectStore("summaries").get(id);
      if ((there?.revision ?? 0) !== known) {
        await transaction.done;
        throw new Conflict();
      }
      const revision = put(transaction, article, withFound);
      await transaction.done;
      return revision;
    },

    /**
     * The same without checking and without waiting, for a page that is about to close: the transaction must be
     * complete before this returns.
     * @param {StoredArticle} article
     * @param {boolean} withFound
     * @returns {number}
     */
    writeAtOnce(article, withFound) {
      const transaction = database.transaction(STORES, "readwrite", { durability: "relaxed" });
      const revision = put(transaction, article, withFound);
      transaction.commit();
      // There is no one left to tell.
      transaction.done.catch(() => {});
      return revision;
    },

    /** @param {string[]} ids */
    async remove(ids) {
      const transaction = database.transaction(STORES, "readwrite");
      for (const store of STORES) for (const id of ids) transaction.objectStore(store).delete(id);
      await transaction.done;
    },

    /**
     * Restores a deleted article.
     * @param {StoredArticle} article
     */
    async restore(article) {
      const transaction = database.transaction(STORES, "readwrite");
      put(transaction, article, true);
      await transaction.done;
    },

    async removeAll() {
      const transaction = database.transaction(STORES, "readwrite");
      for (const store of STORES) transaction.objectStore(store).clear();
      await transaction.done;
    },
  };
}

/** @typedef {ReturnType<typeof createArticles>} Articles */

/**
 * Parses the engine's result if possible. Invalid JSON is returned unchanged and later rejected as a document.
 * @param {any} found
 */
function parsed(found) {
  if (typeof found !== "string") return found ?? null;
  try {
    return JSON.parse(found);
  } catch {
    return found;
  }
}

/**
 * @param {import("idb").IDBPTransaction<any, any, "readwrite">} transaction
 * @param {StoredArticle} article
 * @param {boolean} withFound
 */
function put(transaction, { summary, content, found }, withFound) {
  const revision = summary.revision + 1;
  const requests = [
    transaction.objectStore("summaries").put({ ...summary, revision }),
    transaction.objectStore("articles").put(content),
    withFound && transaction.objectStore("found").put({ id: summary.id, found: JSON.stringify(found) }),
  ];
  // A failed request aborts its transaction, which reports the error.
  for (const request of requests) if (request) request.catch(() => {});
  return revision;
}
