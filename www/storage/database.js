/**
 * This browser's databases (IndexedDB), by way of the library idb, and the one with the articles that were opened singly.
 * The articles of collections have a database of their own (desk/store/database.js).
 *
 * An article is spread over three stores, so that each part can be read without the others: `summaries` has what the
 * list of recent articles shows, `articles` what changes during work, `found` the engine's result, which is large and
 * written once.
 */

import { openDB } from "../vendor/idb.js";

export const STORES = /** @type {const} */ (["summaries", "articles", "found"]);

/** @typedef {import("idb").IDBPDatabase} Database */

/**
 * The database of the articles.
 * @param {() => void} connectionLost
 */
export const openDatabase = (connectionLost) =>
  connect("newsmark", connectionLost, (made) => {
    for (const store of STORES) made.createObjectStore(store, { keyPath: "id" });
  });

/**
 * @param {string} name
 * @param {() => void} connectionLost called when the connection ends because the browser has removed the storage, or
 *   because a newer version of the page wants to upgrade it
 * @param {(made: Database) => void} fill creates the stores
 * @returns {Promise<Database>}
 */
export async function connect(name, connectionLost, fill) {
  const database = await openDB(name, 1, {
    upgrade: fill,
    // A newer page in another tab waits for this one to close the connection.
    blocking() {
      database.close();
      connectionLost();
    },
    terminated: connectionLost,
  });
  return database;
}
