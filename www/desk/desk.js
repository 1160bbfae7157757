/**
 * A collection that is open: its rows in memory, its articles in the database, the annotation, and what tabs of the
 * desk ask for (types.d.ts). Other tabs of the browser are told of every change.
 *
 * @typedef {import("./types.js").Desk} Desk
 * @typedef {import("./types.js").Summary} Summary
 * @typedef {import("./store/database.js").Row} Row
 */

import { corrected, loadCorrections } from "../document/corrections/corrector.js";
import { SCHEMA_VERSION } from "../generated/tables.js";
import { Rows } from "./rows.js";
import { createWork } from "./run/work.js";
import { createArticles } from "./store/articles.js";
import { unpacked } from "./store/packing.js";
import { throttled } from "./throttle.js";

/** How often listeners are told, in milliseconds: the list at once, the tabs that compute more of it less often. */
const LIST = 200;
const TABS = 1000;
/** How many summaries or texts are read at once: few enough that the page stays responsive. */
const BATCH = 100;

/**
 * @param {import("./store/database.js").Database} database
 * @param {ReturnType<typeof import("./store/database.js").createCollections>} collections
 * @param {import("./store/database.js").CollectionRecord} record
 * @param {Desk["open"]} open
 */
export function createDesk(database, collections, record, open) {
  const { id, name } = record;
  const collection = { id, name };
  const articles = createArticles(database, id);
  const rows = new Rows();
  /** @type {Set<() => void>} */
  const listeners = new Set();
  /** @type {Set<() => void>} */
  const listListeners = new Set();
  const tellTabs = throttled(() => {
    for (const listener of listeners) listener();
  }, TABS);
  const tellList = throttled(() => {
    for (const listener of listListeners) listener();
  }, LIST);
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(`newsmark-desk ${id}`) : null;
  channel?.addEventListener("message", async ({ data }) => {
    if (Array.isArray(data)) show(await articles.rowsOf(data));
    else if (data === "removed") removed();
  });
  let removed = () => {};

  /** @param {Row[]} changed */
  function show(changed) {
    rows.put(changed);
    tellTabs.call();
    tellList.call();
  }

  /** Shows changed rows here and in the other tabs. @param {Row[]} changed */
  function changed(changed) {
    show(changed);
    channel?.postMessage(changed.map((row) => row.id));
  }

  const work = createWork(id, articles, rows, record.paused, {
    stored: changed,
    changed: tellList.call,
    remember: (paused) => collections.change(id, { paused }).catch(() => {}),
    refresh: () => rows.load(articles, tellList.call),
  });

  /** @type {Desk} */
  const forTabs = {
    collection,
    count: () => rows.counts.done,
    summaries: (signal) => inOrder(articles.summaries, signal),
    async *texts(signal) {
      for await (const article of inOrder(articles.textsFrom, signal))
        if (rows.get(article.id)?.state === "done") yield article;
    },
    async article(wanted) {
      const stored = await articles.read(wanted);
      if (!stored) return null;
      const { text, found: record, work: done } = stored;
      const { corrections = [], future = [], lost = [] } = done ?? {};
      if (corrections.length > 0) await loadCorrections();
      const model = record?.model ?? "";
      const found = record && JSON.parse(await unpacked(record.found));
      const document = found && corrected(text.text, found, corrections);
      const isCorrected = found && corrections.length > 0;
      const saved = isCorrected ? { version: SCHEMA_VERSION, model, found, corrections, future, lost } : null;
      return { ...text, id: wanted, document, model, corrected: saved };
    },
    open,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    notes: articles.notes,
  };

  return {
    ...forTabs,
    forTabs,
    articles,
    rows,
    work,
    changed,

    /** Stores new articles and has them annotated. @param {import("./store/articles.js").NewArticle[]} added */
    async add(added) {
      changed(await articles.add(added));
      work.begin();
    },

    /** Has the annotator try again where it failed. */
    async retryFailed() {
      const failed = rows.all.filter(({ state }) => state === "failed");
      changed(await articles.retry(failed.map((row) => row.id)));
      work.begin();
    },

    /** Reads the rows, and goes on with the annotation. */
    async load() {
      await rows.load(articles, tellList.call);
      tellTabs.call();
      work.begin();
    },

    /** @param {() => void} listener called when the list or the annotation has changed, at most five times a second */
    watch(listener) {
      listListeners.add(listener);
      return () => listListeners.delete(listener);
    },

    /** @param {string} name */
    async rename(name) {
      collection.name = name;
      await collections.change(id, { name });
    },

    /** Deletes the collection, here and in the other tabs. */
    async remove() {
      work.close();
      await collections.remove(id);
      channel?.postMessage("removed");
      this.close();
    },

    async removeIfEmpty() {
      const now = await collections.read(id);
      if (now?.articles === 0) await collections.remove(id);
    },

    /** @param {() => void} listener called when another tab has deleted the collection */
    onRemoved(listener) {
      removed = listener;
    },

    close() {
      work.close();
      channel?.close();
      tellTabs.cancel();
      tellList.cancel();
      listeners.clear();
      listListeners.clear();
    },
  };
}

/**
 * All records of a store, read in batches.
 * @template {{id: number}} T
 * @param {(from: number, count: number) => Promise<T[]>} read
 * @param {AbortSignal} [signal]
 * @returns {AsyncGenerator<T>}
 */
async function* inOrder(read, signal) {
  for (let from = 0; ; ) {
    const batch = await read(from, BATCH);
    for (const record of batch) {
      if (signal?.aborted) return;
      yield record;
    }
    if (batch.length < BATCH) return;
    from = batch[batch.length - 1].id + 1;
  }
}

/** @typedef {ReturnType<typeof createDesk>} OpenDesk */
