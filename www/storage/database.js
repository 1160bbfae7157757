/**
 * This browser's database (IndexedDB), by way of the library idb.
 *
 * An article is spread over three stores, so that each part can be read without the others: `summaries` has what the
 * list of recent articles shows, `articles` what changes during work, `found` the engine's result, which is large and
 * written once.
 */

import { openDB } from "../vendor/idb.js";

const NAME = "newsmark";
const VERSION = 1;
export const STORES = /** @type {const} */ (["summaries", "articles", "found"]);

/** @typedef {import("idb").IDBPDatabase} Database */

/**
 * @param {() => void} connectionLost called when the connection ends because the browser has removed the storage, or
 *   because a newer version of the page wants to upgrade it
 * @returns {Promise<Database>}
 */
export async function openDatabase(connectionLost) {
  const database = await openDB(NAME, VERSION, {
    upgrade(made) {
      for (const store of STORES) made.createObjectStore(store, { keyPath: "id" });
    },
    // A newer page in another tab waits for this one to close the connection.
    blocking() {
      database.close();
      connectionLost();
    },
    terminated: connectionLost,
  });
  return database;
}
