/**
 * The articles of a collection in the database. Every step is one transaction, so whatever happens in between, an article
 * is either waiting or completely annotated, and no text is lost.
 *
 * @typedef {import("./database.js").Database} Database
 * @typedef {import("./database.js").Row} Row
 * @typedef {import("./database.js").TextRecord} TextRecord
 * @typedef {import("./database.js").FoundRecord} FoundRecord
 * @typedef {import("./database.js").WorkRecord} WorkRecord
 * @typedef {import("../types.js").Summary} Summary
 *
 * @typedef {{row: Omit<Row, "id">, text: TextRecord, annotated?: Annotated, work?: WorkRecord}} NewArticle
 * @typedef {{found: FoundRecord|null, summary: Summary}} Annotated the document, null if it is stored already
 * @typedef {{row: Row, text: TextRecord, found: FoundRecord|null, work: WorkRecord|null}} StoredArticle
 * @typedef {{row: Row, revision: number}} Kept
 */

import { Conflict } from "../../storage/articles.js";
import { ARTICLE_STORES, articlesOf } from "./database.js";
import { complete, quietly } from "./transactions.js";

/**
 * @param {Database} database
 * @param {string} collection
 */
export function createArticles(database, collection) {
  /** @param {number} id */
  const key = (id) => [collection, id];

  return {
    /**
     * @param {NewArticle[]} articles
     * @returns {Promise<Row[]>}
     */
    async add(articles) {
      const transaction = database.transaction(["collections", ...ARTICLE_STORES], "readwrite");
      const [rows, texts, found, work, summaries] = ARTICLE_STORES.map((store) => transaction.objectStore(store));
      const record = await transaction.objectStore("collections").get(collection);
      // Another tab has deleted the collection.
      if (!record) throw new Conflict();
      const added = articles.map(({ row }, at) => ({ ...row, id: record.next + at }));
      await complete(transaction, requests());
      return added;

      function* requests() {
        for (const [at, { text, annotated, work: done }] of articles.entries()) {
          const row = added[at];
          yield rows.put(row, key(row.id));
          yield texts.put(text, key(row.id));
          if (annotated?.found) yield found.put(annotated.found, key(row.id));
          if (annotated) yield summaries.put({ ...annotated.summary, id: row.id }, key(row.id));
          if (done) yield work.put(done, key(row.id));
        }
        yield transaction.objectStore("collections").put({
          ...record,
          articles: record.articles + added.length,
          next: record.next + added.length,
          updated: Date.now(),
        });
      }
    },

    /**
     * @param {number} from
     * @param {number} count
     * @returns {Promise<Row[]>}
     */
    rows: (from, count) => database.getAll("rows", articlesOf(collection, from), count),

    /** @param {number[]} ids @returns {Promise<Row[]>} */
    async rowsOf(ids) {
      const transaction = database.transaction("rows");
      const rows = await Promise.all(ids.map((id) => transaction.store.get(key(id))));
      return rows.filter((row) => row !== undefined);
    },

    /**
     * @param {number} from
     * @param {number} count
     * @returns {Promise<Summary[]>}
     */
    summaries: (from, count) => database.getAll("summaries", articlesOf(collection, from), count),

    /**
     * The texts from an article on, with the ids of their articles.
     * @param {number} from
     * @param {number} count
     * @returns {Promise<{id: number, text: string}[]>}
     */
    async textsFrom(from, count) {
      const transaction = database.transaction("texts");
      const range = articlesOf(collection, from);
      const [keys, texts] = await Promise.all([
        transaction.store.getAllKeys(range, count),
        transaction.store.getAll(range, count),
      ]);
      return texts.map(({ text }, at) => ({ id: /** @type {[string, number]} */ (keys[at])[1], text }));
    },

    /** @param {number[]} ids @returns {Promise<TextRecord[]>} */
    async texts(ids) {
      const transaction = database.transaction("texts");
      return Promise.all(ids.map((id) => transaction.store.get(key(id))));
    },

    /** @param {number} id @returns {Promise<StoredArticle|null>} */
    async read(id) {
      const transaction = database.transaction(ARTICLE_STORES);
      const [row, text, found, work] = await Promise.all(
        ARTICLE_STORES.slice(0, 4).map((store) => transaction.objectStore(store).get(key(id))),
      );
      return row && text ? { row, text, found: found ?? null, work: work ?? null } : null;
    },

    /**
     * Stores what was found in waiting articles. Those that were annotated in the meantime, in another tab or by opening
     * them, stay as they are.
     * @param {{id: number, annotated: Annotated|null}[]} results null where the annotator failed
     * @returns {Promise<Row[]>}
     */
    async annotated(results) {
      const transaction = database.transaction(["rows", "found", "summaries"], "readwrite");
      const rows = transaction.objectStore("rows");
      const before = await Promise.all(results.map(({ id }) => rows.get(key(id))));
      /** @type {Row[]} */
      const changed = [];
      await complete(transaction, requests());
      return changed;

      function* requests() {
        for (const [at, { id, annotated }] of results.entries()) {
          const row = before[at];
          if (!row) continue;
          const isNews = row.state === "waiting";
          const now = !isNews ? row : annotated ? { ...row, ...rowOf(annotated.summary) } : { ...row, state: "failed" };
          changed.push(now);
          if (!isNews) continue;
          yield rows.put(now, key(id));
          if (annotated?.found) yield transaction.objectStore("found").put(annotated.found, key(id));
          if (annotated) yield transaction.objectStore("summaries").put({ ...annotated.summary, id }, key(id));
        }
      }
    },

    /** Has failed articles wait again. @param {number[]} ids @returns {Promise<Row[]>} */
    async retry(ids) {
      const transaction = database.transaction("rows", "readwrite");
      const rows = await Promise.all(ids.map((id) => transaction.store.get(key(id))));
      const waiting = rows.filter((row) => row?.state === "failed").map((row) => ({ ...row, state: "waiting" }));
      await complete(
        transaction,
        waiting.map((row) => transaction.store.put(row, key(row.id))),
      );
      return waiting;
    },

    /**
     * Stores an article as the reading view leaves it.
     * @param {number} id
     * @param {TextRecord} text
     * @param {Annotated|null} annotated null if there is no document yet
     * @param {WorkRecord} work with the revision that the writer knows, 0 if it knows none
     * @returns {Promise<Kept>}
     */
    async keep(id, text, annotated, work) {
      const transaction = database.transaction(ARTICLE_STORES, "readwrite");
      const [row, before] = await Promise.all([
        transaction.objectStore("rows").get(key(id)),
        transaction.objectStore("work").get(key(id)),
      ]);
      if (!row || (before?.revision ?? 0) !== work.revision) {
        await transaction.done;
        throw new Conflict();
      }
      const kept = after(row, annotated, work);
      await complete(transaction, puts(transaction, kept, text, annotated, work));
      return kept;
    },

    /**
     * The same without checking and without waiting, for a page that is about to close.
     * @param {Row} row
     * @param {TextRecord} text
     * @param {Annotated|null} annotated
     * @param {WorkRecord} work
     */
    keepAtOnce(row, text, annotated, work) {
      const transaction = database.transaction(ARTICLE_STORES, "readwrite", { durability: "relaxed" });
      quietly(puts(transaction, after(row, annotated, work), text, annotated, work));
      transaction.commit();
      transaction.done.catch(() => {});
    },

    notes: {
      /** @param {string} name */
      get: (name) => database.get("notes", [collection, name]),
      /** @param {string} name @param {unknown} value */
      async set(name, value) {
        if (value === undefined) await database.delete("notes", [collection, name]);
        else await database.put("notes", value, [collection, name]);
      },
    },
  };

  /**
   * @param {import("idb").IDBPTransaction<any, any, "readwrite">} transaction
   * @param {Kept} kept
   * @param {TextRecord} text
   * @param {Annotated|null} annotated
   * @param {WorkRecord} work
   */
  function* puts(transaction, { row, revision }, text, annotated, work) {
    const { id } = row;
    yield transaction.objectStore("rows").put(row, key(id));
    yield transaction.objectStore("texts").put(text, key(id));
    yield transaction.objectStore("work").put({ ...work, revision }, key(id));
    if (annotated?.found) yield transaction.objectStore("found").put(annotated.found, key(id));
    if (annotated) yield transaction.objectStore("summaries").put({ ...annotated.summary, id }, key(id));
  }
}

/**
 * What the list shows after a person's work, and the next revision.
 * @param {Row} row
 * @param {Annotated|null} annotated
 * @param {WorkRecord} work
 * @returns {Kept}
 */
const after = (row, annotated, work) => ({
  row: { ...row, ...(annotated && rowOf(annotated.summary)), corrected: work.corrections.length > 0 },
  revision: work.revision + 1,
});

/** @typedef {ReturnType<typeof createArticles>} Articles */

/**
 * What the list shows of an annotated article.
 * @param {Summary} summary
 */
export const rowOf = ({ title, date, source, words, people, quotations }) => ({
  state: /** @type {const} */ ("done"),
  title,
  date,
  source,
  words,
  people: people.length,
  quotations: quotations.length,
});
