/**
 * What the list shows of all articles of the collection, in memory: some hundred bytes for each.
 *
 * @typedef {import("./store/database.js").Row} Row
 */

/** How many are read from the database in one task. */
const BATCH = 1000;

/**
 * Another version of the page, or another page of this origin, may have written the record.
 * @param {any} value
 * @returns {value is Row}
 */
const isRow = (value) =>
  ["waiting", "done", "failed"].includes(value?.state) &&
  [value.title, value.date, value.source, value.hash].every((text) => typeof text === "string") &&
  [value.id, value.words, value.people, value.quotations].every(Number.isSafeInteger);

export class Rows {
  /** In the order of their ids. @type {Row[]} */
  #all = [];
  /** Where a row is in `all`. @type {Map<number, number>} */
  #at = new Map();
  /** The ids of the articles that have not been annotated, in order. @type {Set<number>} */
  #waiting = new Set();
  #counts = { waiting: 0, done: 0, failed: 0 };
  /** The ids by the hash of their text. @type {Map<string, number>} */
  #byHash = new Map();

  /**
   * Reads all rows, and calls `read` after each batch.
   * @param {import("./store/articles.js").Articles} articles
   * @param {() => void} read
   */
  async load(articles, read) {
    for (let from = 0; ; ) {
      const batch = await articles.rows(from, BATCH);
      this.put(batch.filter(isRow));
      read();
      const last = batch.at(-1);
      if (batch.length < BATCH || !isRow(last)) return;
      from = last.id + 1;
    }
  }

  /** Adds new rows and replaces known ones. @param {Row[]} rows */
  put(rows) {
    let isOrdered = true;
    for (const row of rows) {
      const at = this.#at.get(row.id);
      if (at === undefined) {
        isOrdered &&= row.id > (this.#all.at(-1)?.id ?? -1);
        this.#at.set(row.id, this.#all.length);
        this.#all.push(row);
        this.#byHash.set(row.hash, row.id);
      } else {
        this.#counts[this.#all[at].state]--;
        this.#all[at] = row;
      }
      this.#counts[row.state]++;
      if (row.state === "waiting") this.#waiting.add(row.id);
      else this.#waiting.delete(row.id);
    }
    if (isOrdered) return;
    // Another tab has added articles at the same time.
    this.#all.sort((a, b) => a.id - b.id);
    this.#all.forEach(({ id }, at) => {
      this.#at.set(id, at);
    });
  }

  /** @returns {readonly Row[]} */
  get all() {
    return this.#all;
  }

  get counts() {
    return { ...this.#counts, all: this.#all.length };
  }

  /** @param {number} id */
  get(id) {
    const at = this.#at.get(id);
    return at === undefined ? null : this.#all[at];
  }

  /** The article with the same text. @param {string} hash */
  withHash(hash) {
    const id = this.#byHash.get(hash);
    return id === undefined ? null : this.get(id);
  }

  /** Takes up to `count` waiting articles. The caller must annotate them or give them back. @param {number} count */
  take(count) {
    /** @type {number[]} */
    const taken = [];
    for (const id of this.#waiting) {
      if (taken.length === count) break;
      taken.push(id);
    }
    for (const id of taken) this.#waiting.delete(id);
    return taken;
  }

  /** @param {number[]} ids */
  giveBack(ids) {
    for (const id of ids) if (this.get(id)?.state === "waiting") this.#waiting.add(id);
  }
}
