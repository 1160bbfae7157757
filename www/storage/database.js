/**
 * This browser's own database (IndexedDB), through the library idb.
 *
 * An article lies in three stores, so that each can be had without the others: `summaries` is all that
 * the list of recent articles shows, `articles` is what changes while somebody works, `found` is what
 * the engine found, which is large and written once.
 */

import { openDB } from "../vendor/idb.js";

const NAME = "newsmark";
const VERSION = 1;
export const STORES = /** @type {const} */ (["summaries", "articles", "found"]);

/** @typedef {import("idb").IDBPDatabase} Database */

/**
 * @param {() => void} connectionLost called when the connection ends: the browser took the storage away, or a
 *   newer version of the page wants to change it
 * @returns {Promise<Database>}
 */
export async function openDatabase(connectionLost) {
  const database = await openDB(NAME, VERSION, {
    upgrade(made) {
      for (const store of STORES) made.createObjectStore(store, { keyPath: "id" });
    },
    // A newer page in another tab waits for this one to let go.
    blocking() {
      database.close();
      connectionLost();
    },
    terminated: connectionLost,
  });
  return database;
}
