/**
 * The database of the collections. An article is spread over several stores, so that ten thousand of them can be listed,
 * searched or compared without reading the rest. All but `collections` have the key [collection, article], or in `notes`
 * [collection, name], so that what belongs to a collection is one range.
 *
 * @typedef {import("../../storage/database.js").Database} Database
 *
 * @typedef {Object} CollectionRecord
 * @property {string} id
 * @property {string} name
 * @property {number} created milliseconds since 1970
 * @property {number} updated
 * @property {number} articles how many it has
 * @property {number} next the id of the next article
 * @property {boolean} paused whether the reader has stopped the annotation
 *
 * @typedef {Object} Row what the list shows of an article
 * @property {number} id
 * @property {"waiting"|"done"|"failed"} state
 * @property {string} title
 * @property {string} date
 * @property {string} source
 * @property {number} words
 * @property {number} people
 * @property {number} quotations
 * @property {boolean} corrected
 * @property {string} hash of the text
 *
 * @typedef {Pick<import("../types.js").Article, "text"|"metadata"|"fields">} TextRecord
 *
 * @typedef {Object} FoundRecord
 * @property {Uint8Array<ArrayBuffer>|string} found the engine's result as JSON, compressed if there was time for it
 * @property {string} model
 *
 * @typedef {import("../../document/corrections/types.js").History & {draft: string|null, revision: number}} WorkRecord
 *   what a person has done in the article
 */

import { connect } from "../../storage/database.js";

export const DATABASE = "newsmark-desk";

/** The stores with one record per article. */
export const ARTICLE_STORES = /** @type {const} */ (["rows", "texts", "found", "work", "summaries"]);
const STORES = /** @type {const} */ ([...ARTICLE_STORES, "notes"]);

/** @param {() => void} connectionLost */
export const openDatabase = (connectionLost) =>
  connect(DATABASE, connectionLost, (made) => {
    made.createObjectStore("collections", { keyPath: "id" });
    for (const store of STORES) made.createObjectStore(store);
  });

/**
 * The keys of a collection's articles from an id on.
 * @param {string} collection
 * @param {number} [from]
 */
export const articlesOf = (collection, from = 0) => IDBKeyRange.bound([collection, from], [collection, Infinity]);

/** All keys of a collection. @param {string} collection */
const keysOf = (collection) => IDBKeyRange.bound([collection], [collection, []]);

/** @param {Database} database */
export function createCollections(database) {
  return {
    /** @returns {Promise<CollectionRecord[]>} the most recent first */
    async list() {
      const all = await database.getAll("collections");
      return all.filter(isCollection).sort((a, b) => b.updated - a.updated);
    },

    /** @param {string} id @returns {Promise<CollectionRecord|null>} */
    async read(id) {
      const found = await database.get("collections", id);
      return isCollection(found) ? found : null;
    },

    /** @param {string} name @returns {Promise<CollectionRecord>} */
    async create(name) {
      const now = Date.now();
      const id = `${now.toString(36)}${Math.random().toString(36).slice(2, 8)}`;
      const made = { id, name, created: now, updated: now, articles: 0, next: 0, paused: false };
      await database.put("collections", made);
      return made;
    },

    /** @param {string} id @param {Partial<Pick<CollectionRecord, "name"|"paused">>} change */
    async change(id, change) {
      const transaction = database.transaction("collections", "readwrite");
      const record = await transaction.store.get(id);
      if (record) await transaction.store.put({ ...record, ...change });
      await transaction.done;
    },

    /** @param {string} id */
    async remove(id) {
      const transaction = database.transaction(["collections", ...STORES], "readwrite");
      transaction.objectStore("collections").delete(id);
      for (const store of STORES) transaction.objectStore(store).delete(keysOf(id));
      await transaction.done;
    },
  };
}

/**
 * Another version of the page, or another page of this origin, may have written the record.
 * @param {any} value
 * @returns {value is CollectionRecord}
 */
const isCollection = (value) =>
  typeof value?.id === "string" &&
  typeof value.name === "string" &&
  [value.updated, value.articles, value.next].every(Number.isFinite);
