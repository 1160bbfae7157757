/**
 * The page's access to the articles stored in this browser. If storage is unavailable, the user is told once and
 * nothing fails. Changes are announced to the other tabs.
 *
 * @typedef {import("./articles.js").Articles} Articles
 * @typedef {{id: string, revision: number}|"all deleted"|null} Change what was written; revision 0 if it was deleted, null
 *   if an article was restored
 */

import { createArticles } from "./articles.js";
import { openDatabase } from "./database.js";
import { SUPERSEDED, storageErrorMessage } from "./errors.js";

/** @param {{show: (about: string, text: string) => void}} notices */
export function createArticleStore(notices) {
  /** @type {Articles|null} */
  let articles = null;
  const opened = open();
  /** @type {((change: Change, fromOtherTab: boolean) => void)[]} */
  const listeners = [];
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("newsmark") : null;
  channel?.addEventListener("message", ({ data }) => notify(data, true));

  async function open() {
    try {
      articles = createArticles(await openDatabase(connectionLost));
    } catch (error) {
      notices.show("storage", storageErrorMessage(error));
    }
  }

  function connectionLost() {
    articles = null;
    notices.show("storage", SUPERSEDED);
  }

  /** @param {Change} change @param {boolean} fromOtherTab */
  function notify(change, fromOtherTab) {
    for (const listener of listeners) listener(change, fromOtherTab);
  }

  return {
    /** The articles, if they are available at once. */
    now: () => articles,

    /**
     * @template T
     * @param {(articles: Articles) => Promise<T>} action
     * @param {T} otherwise the result if the action fails
     * @returns {Promise<T>}
     */
    async attempt(action, otherwise) {
      await opened;
      if (!articles) return otherwise;
      try {
        return await action(articles);
      } catch (error) {
        notices.show("storage", storageErrorMessage(error));
        return otherwise;
      }
    },

    /** @param {Change} change announced here and in the other tabs */
    changed(change) {
      channel?.postMessage(change);
      notify(change, false);
    },

    /** @param {(change: Change, fromOtherTab: boolean) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createArticleStore>} ArticleStore */
