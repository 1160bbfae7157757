/**
 * Saves the open article in this browser: a moment after every change, and at the latest when the page is closed, so
 * that it is there again after a reload.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../page/notices.js").Notices} Notices
 * @typedef {import("./articles.js").Articles} Articles
 * @typedef {import("./articles.js").StoredArticle} StoredArticle
 * @typedef {import("./open-article.js").OpenArticle} OpenArticle
 */

import { isSound } from "../document/corrections/corrector.js";
import { articleTitle } from "../document/title.js";
import { restored, saved } from "../state/saved.js";
import { createArticleStore } from "./article-store.js";
import { Conflict } from "./articles.js";
import { newOpenArticle, rememberArticle, rememberedArticle } from "./open-article.js";
import { isReadable, KEPT_FIELDS, record } from "./record.js";
import { takeBackup, writeBackup } from "./session-backup.js";

/** The delay after the last change, and the maximum delay after the first, in milliseconds. */
const PAUSE = 400;
const MAX_DELAY = 2000;

const DELETED_NOTICE = "This article was deleted in another tab, so changes to it are no longer saved.";

const CONFLICT_NOTICE =
  "This article was also changed in another tab. Your changes here are saved as a separate article.";

/**
 * @param {Store} store
 * @param {Notices} notices
 */
export function createAutosave(store, notices) {
  const articleStore = createArticleStore(notices);
  let current = newOpenArticle();
  /** The latest state that has not been saved. @type {State|null} */
  let unsaved = null;
  /** The save in progress. @type {{state: State, target: OpenArticle}|null} */
  let inFlight = null;
  let queue = Promise.resolve();
  let since = 0;
  let timer = 0;

  store.subscribe((state, before) => {
    // A partial result of a long text will soon be replaced.
    if (state.partial) return;
    if (state.article !== before.article) startNew();
    else if (current.deleted) return;
    else if (KEPT_FIELDS.every((field) => state[field] === before[field])) return;
    if (!unsaved) since = Date.now();
    unsaved = state;
    // Now rather than after saving: updates of the history while the page is being closed are lost.
    rememberArticle(current.keeper ? null : current.id);
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, since + MAX_DELAY - Date.now())));
  });

  articleStore.subscribe((change, fromOtherTab) => {
    if (!fromOtherTab) return;
    if (change === null) return current.deleted ? revive() : undefined;
    if (change === "all deleted" || (change.id === current.id && change.revision === 0)) return deletedElsewhere();
    if (change.id !== current.id) return;
    // Changes from the other tab are shown here too, unless that would destroy unsaved work.
    if (unsaved || store.get().phase === "working") current.stale = true;
    else refresh(change.id);
  });

  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  addEventListener("pagehide", () => {
    const last = unsaved ?? (inFlight?.target === current ? inFlight.state : null);
    if (!last || isBlank(last)) return;
    if (current.keeper) {
      current.keeper.saveAtOnce(last);
      unsaved = null;
      return;
    }
    writeBackup(record(last, current));
    const articles = articleStore.now();
    if (!unsaved || !articles) return;
    if (current.stale) current = newOpenArticle();
    current.revision = articles.writeAtOnce(record(unsaved, current), unsaved.found !== current.found);
    current.found = unsaved.found;
    unsaved = null;
  });

  /** What the user has deleted does not come back because another tab still shows it. */
  function deletedElsewhere() {
    if (current.revision === 0) return;
    clearTimeout(timer);
    unsaved = null;
    current.deleted = true;
    rememberArticle(null);
    notices.show("deleted elsewhere", DELETED_NOTICE, {
      label: "Keep this article",
      act() {
        switchTo(newOpenArticle());
        unsaved = store.get();
        save();
      },
    });
  }

  /** The deletion may have been undone. */
  async function revive() {
    const { id } = current;
    const stored = await articleStore.attempt((articles) => articles.read(id), null);
    if (!stored || current.id !== id) return;
    notices.dismiss("deleted elsewhere");
    current.deleted = false;
    refresh(id);
  }

  /** Called when another article has been opened. */
  function startNew() {
    notices.dismiss("deleted elsewhere");
    save();
    switchTo(newOpenArticle());
  }

  /** @param {OpenArticle} target */
  function switchTo(target) {
    current = target;
    rememberArticle(target.revision > 0 ? target.id : null);
  }

  /** Saves unsaved changes at once. */
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
      // The next change tries again, or the session backup when the page is closed.
      if (pending.target === current) unsaved ??= pending.state;
      else offerUnsaved(pending.state);
    });
    return queue;
  }

  /** An article that was left and could not be saved is still in memory. @param {State} state */
  function offerUnsaved(state) {
    const title = articleTitle(state.metadata, state.draft ?? state.text);
    if (title === "") return;
    const again = () => store.update(restored(saved(state)));
    notices.show("unsaved", `“${title}” could not be saved in this browser.`, { label: "Reopen", act: again });
  }

  /** @param {Articles} articles @param {State} state @param {OpenArticle} target */
  async function write(articles, state, target) {
    if (target.deleted) return true;
    if (target.keeper && (await isKept(target.keeper, state))) return true;
    if (isBlank(state)) return deleteBlank(articles, target);
    try {
      if (target.stale || target.keeper) throw new Conflict();
      target.revision = await articles.write(record(state, target), state.found !== target.found);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (target.revision > 0 || target.keeper) notices.show("tabs", CONFLICT_NOTICE);
      Object.assign(target, newOpenArticle());
      target.revision = await articles.write(record(state, target), true);
    }
    target.found = state.found;
    if (target === current) rememberArticle(target.id);
    notices.dismiss("storage");
    articleStore.changed({ id: target.id, revision: target.revision });
    return true;
  }

  /**
   * Whether the keeper of the article has stored it. If another tab has changed it, the article here becomes one of its own.
   * @param {import("./open-article.js").Keeper} keeper
   * @param {State} state
   */
  async function isKept(keeper, state) {
    try {
      await keeper.save(state);
      notices.dismiss("storage");
      return true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return false;
    }
  }

  /** An article from which all text was deleted is removed. @param {Articles} articles @param {OpenArticle} target */
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
   * @param {StoredArticle|null} [backup] the same article as it was when the page was closed
   */
  async function open(id, backup = null) {
    await save();
    const { article } = store.get();
    const stored = await articleStore.attempt((articles) => articles.read(id), null);
    await nextTask();
    // The backup knows the revision it started from. If that is still the latest one, the database missed what the
    // backup has.
    const isBackupNewer = backup !== null && backup.summary.revision >= (stored?.summary.revision ?? 0);
    const shown = isBackupNewer ? backup : stored;
    const obstacle = shown && (await obstacleTo(shown));
    await nextTask();
    // The user may have started another article in the meantime.
    if (store.get().article !== article || unsaved) return;
    if (!shown) return;
    if (obstacle) return notices.show("unreadable", `“${shown.summary.title}” ${obstacle} It has not been deleted.`);
    show(shown);
    if (!isBackupNewer) return;
    current.found = undefined;
    unsaved = store.get();
    save();
  }

  /** Shows the changes that another tab has made to this article. @param {string} id */
  async function refresh(id) {
    await queue;
    // A pending save may have made it a different article.
    if (current.id === id && !unsaved) await open(id);
  }

  /** @param {StoredArticle} stored */
  function show({ summary, content, found }) {
    const restore = restored({ ...content, found });
    store.update((state) => {
      const shown = restore(state);
      // A user who was editing continues to edit.
      return shown.draft === null ? shown : { ...shown, view: "editing" };
    });
    // What is shown is what is stored, so there is nothing to save.
    unsaved = null;
    switchTo({ ...newOpenArticle(), id: summary.id, revision: summary.revision, found });
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

    /**
     * Shows an article that is stored elsewhere.
     * @param {import("../state/saved.js").Saved} article
     * @param {import("./open-article.js").Keeper} keeper
     */
    async openFrom(article, keeper) {
      await save();
      store.update(restored(article));
      unsaved = null;
      clearTimeout(timer);
      switchTo({ ...newOpenArticle(), keeper });
    },

    list: () => articleStore.attempt((articles) => articles.list(), []),

    /**
     * @param {string} id
     * @returns {Promise<() => Promise<void>>} restores the article
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
      articleStore.changed("all deleted");
    },

    /** @param {() => void} listener called when the list of articles has changed */
    subscribe(listener) {
      articleStore.subscribe(listener);
    },
  };
}

/**
 * Why an article cannot be shown; empty if it can.
 * @param {StoredArticle} stored
 */
async function obstacleTo(stored) {
  try {
    const { content, found } = stored;
    if (isReadable(stored) && (await isSound(content, content.text, found))) return "";
    return "was saved by another version of Newsmark, and this one cannot show it.";
  } catch {
    return "has corrections, and the part of Newsmark that applies them could not be loaded.";
  }
}

/**
 * Reading, checking and showing a long article each take a while, so the page gets a chance to respond in between. Not
 * with a timer, which is throttled to one second in a background tab.
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
