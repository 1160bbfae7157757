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
 * @typedef {Object} StoredArticle an article as it is kept
 * @property {Summary} summary
 * @property {{id: string} & Omit<import("../state/saved.js").Saved, "found">} content what changes while somebody works
 * @property {NewsDocument|null} found kept as JSON: a browser takes twice as long to keep ten thousands of
 *   objects as to keep the string that they make. Before November 2026 it was kept as it is.
 */

import { STORES } from "./database.js";
import { isSummary } from "./record.js";

/** Another tab has changed the article since. */
export class Conflict extends Error {}

/** @param {Database} database */
export function createArticles(database) {
  return {
    /** @returns {Promise<Summary[]>} the latest first */
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
     * @param {boolean} withFound false if what was found is kept already
     * @returns {Promise<number>} the revision that is kept now
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
     * The same without looking and without waiting, for a page that is about to go: its transaction
     * has to be complete before this returns.
     * @param {StoredArticle} article
     * @param {boolean} withFound
     * @returns {number}
     */
    writeAtOnce(article, withFound) {
      const transaction = database.transaction(STORES, "readwrite", { durability: "relaxed" });
      const revision = put(transaction, article, withFound);
      transaction.commit();
      // Nobody is there any more to be told.
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
     * Puts a forgotten article back.
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
 * What was found, as far as it can be read: what is no JSON is as it is, and no document.
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
  // A request that fails ends its transaction, and that is where it is told.
  for (const request of requests) if (request) request.catch(() => {});
  return revision;
}
