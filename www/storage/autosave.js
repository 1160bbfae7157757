/**
 * Keeps the article on the page in this browser: a moment after every change, and at the latest when
 * the page is left, so that a reload finds it again.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../page/notices.js").Notices} Notices
 * @typedef {import("./articles.js").Articles} Articles
 * @typedef {import("./articles.js").StoredArticle} StoredArticle
 * @typedef {import("./open-article.js").OpenArticle} OpenArticle
 */

import { restored, saved } from "../state/saved.js";
import { createArticleStore } from "./article-store.js";
import { Conflict } from "./articles.js";
import { newOpenArticle, rememberArticle, rememberedArticle } from "./open-article.js";
import { isReadable, KEPT_FIELDS, record, titleOf } from "./record.js";
import { takeBackup, writeBackup } from "./session-backup.js";

/** After the last change, and at most after the first one, in milliseconds. */
const PAUSE = 400;
const MAX_DELAY = 2000;

const CONFLICT_NOTICE =
  "This article was changed in another tab as well. What you do here is kept as an article of its own.";

/**
 * @param {Store} store
 * @param {Notices} notices
 */
export function createAutosave(store, notices) {
  const articleStore = createArticleStore(notices);
  let current = newOpenArticle();
  /** The state that has something new to keep. @type {State|null} */
  let unsaved = null;
  /** What is on its way to be kept. @type {{state: State, target: OpenArticle}|null} */
  let inFlight = null;
  let queue = Promise.resolve();
  let since = 0;
  let timer = 0;

  store.subscribe((state, before) => {
    // What is found so far of a long text is soon replaced.
    if (state.partial) return;
    if (state.article !== before.article) startNew();
    else if (KEPT_FIELDS.every((field) => state[field] === before[field])) return;
    if (!unsaved) since = Date.now();
    unsaved = state;
    // Now, not when it is kept: what is told to the history while the page goes is lost.
    rememberArticle(current.id);
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, since + MAX_DELAY - Date.now())));
  });

  articleStore.subscribe((change, fromOtherTab) => {
    if (!fromOtherTab || change?.id !== current.id) return;
    // What the other tab did is shown here too, unless there is something here that it would destroy.
    if (unsaved || store.get().phase === "working" || change.revision === 0) current.stale = true;
    else refresh(change.id);
  });

  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  addEventListener("pagehide", () => {
    const last = unsaved ?? (inFlight?.target === current ? inFlight.state : null);
    if (!last || isBlank(last)) return;
    writeBackup(record(last, current));
    const articles = articleStore.now();
    if (!unsaved || !articles) return;
    if (current.stale) current = newOpenArticle();
    current.revision = articles.writeAtOnce(record(unsaved, current), unsaved.found !== current.found);
    current.found = unsaved.found;
    unsaved = null;
  });

  /** Another article is on the page now. */
  function startNew() {
    save();
    switchTo(newOpenArticle());
  }

  /** @param {OpenArticle} target */
  function switchTo(target) {
    current = target;
    rememberArticle(target.revision > 0 ? target.id : null);
  }

  /** Keeps at once what is not kept yet. */
  function save() {
    clearTimeout(timer);
    if (!unsaved) return queue;
    const pending = { state: unsaved, target: current };
    unsaved = null;
    inFlight = pending;
    queue = queue.then(async () => {
      const stored = await articleStore.attempt((articles) => write(articles, pending.state, pending.target), false);
      if (inFlight === pending) inFlight = null;
      if (stored) return;
      // The next change tries again, or a note when the page is left.
      if (pending.target === current) unsaved ??= pending.state;
      else offerUnsaved(pending.state);
    });
    return queue;
  }

  /** An article that was left and could not be kept is still here. @param {State} state */
  function offerUnsaved(state) {
    const title = titleOf(state.draft ?? state.text);
    if (title === "") return;
    const again = () => store.update(restored(saved(state)));
    notices.show("unkept", `“${title}” could not be kept in this browser.`, { label: "Show it again", act: again });
  }

  /** @param {Articles} articles @param {State} state @param {OpenArticle} target */
  async function write(articles, state, target) {
    if (isBlank(state)) return deleteBlank(articles, target);
    try {
      if (target.stale) throw new Conflict();
      target.revision = await articles.write(record(state, target), state.found !== target.found);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (target.revision > 0) notices.show("tabs", CONFLICT_NOTICE);
      Object.assign(target, newOpenArticle());
      target.revision = await articles.write(record(state, target), true);
    }
    target.found = state.found;
    if (target === current) rememberArticle(target.id);
    notices.dismiss("storage");
    articleStore.changed({ id: target.id, revision: target.revision });
    return true;
  }

  /** An article whose last letter was deleted is none. @param {Articles} articles @param {OpenArticle} target */
  async function deleteBlank(articles, target) {
    if (target.revision > 0) {
      await articles.remove([target.id]);
      Object.assign(target, { revision: 0, found: undefined });
      articleStore.changed({ id: target.id, revision: 0 });
    }
    return true;
  }

  /**
   * @param {string} id
   * @param {StoredArticle|null} [backup] the same article as it was when the page was left
   */
  async function open(id, backup = null) {
    await save();
    const { article } = store.get();
    const stored = await articleStore.attempt((articles) => articles.read(id), null);
    await nextTask();
    // The note says from which revision it started: where that is still the last one, the database did
    // not get what the note has.
    const isBackupNewer = backup !== null && backup.summary.revision >= (stored?.summary.revision ?? 0);
    const shown = isBackupNewer ? backup : stored;
    const canShow = shown !== null && isReadable(shown);
    await nextTask();
    // Somebody may have begun another one while it was read.
    if (store.get().article !== article || unsaved) return;
    if (!shown) return;
    if (!canShow) {
      notices.show(
        "unreadable",
        `“${shown.summary.title}” was kept by another version of Newsmark, and this one cannot show it. It is still kept.`,
      );
      return;
    }
    show(shown);
    if (!isBackupNewer) return;
    current.found = undefined;
    unsaved = store.get();
    save();
  }

  /** Shows what another tab has made of the article here. @param {string} id */
  async function refresh(id) {
    await queue;
    // What was on its way to be kept may have made it another article.
    if (current.id === id && !unsaved) await open(id);
  }

  /** @param {StoredArticle} stored */
  function show({ summary, content, found }) {
    const restore = restored({ ...content, found });
    store.update((state) => {
      const shown = restore(state);
      // Whoever was editing goes on editing.
      return shown.draft === null ? shown : { ...shown, view: "editing" };
    });
    // What is shown is what is kept: there is nothing to save in it.
    unsaved = null;
    switchTo({ id: summary.id, revision: summary.revision, found, stale: false });
  }

  return {
    save,

    /** @param {string} id */
    open: (id) => open(id),

    /** Shows the article that this tab showed before it was reloaded. */
    async resume() {
      const id = rememberedArticle();
      if (id !== null) await open(id, takeBackup(id));
    },

    list: () => articleStore.attempt((articles) => articles.list(), []),

    /**
     * @param {string} id
     * @returns {Promise<() => Promise<void>>} how to have it back
     */
    async remove(id) {
      await save();
      const stored = await articleStore.attempt((articles) => articles.read(id), null);
      await articleStore.attempt((articles) => articles.remove([id]), undefined);
      if (current.id === id) startNew();
      articleStore.changed({ id, revision: 0 });
      return async () => {
        if (stored) await articleStore.attempt((articles) => articles.restore(stored), undefined);
        articleStore.changed(null);
      };
    },

    async removeAll() {
      await save();
      await articleStore.attempt((articles) => articles.removeAll(), undefined);
      switchTo(newOpenArticle());
      articleStore.changed(null);
    },

    /** @param {() => void} listener told when the list of articles is another one */
    subscribe(listener) {
      articleStore.subscribe(listener);
    },
  };
}

/**
 * To read, to check and to show a long article takes a while each: the page answers in between. Not by a
 * timer, which waits for a second in a tab that nobody sees.
 * @returns {Promise<void>}
 */
function nextTask() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** @param {State} state */
const isBlank = ({ text, draft }) => !text && !draft;

/** @typedef {ReturnType<typeof createAutosave>} Autosave */
