/**
 * The articles of this browser as the page has them: where they cannot be had, that is told once and
 * nothing fails; and what one tab changes, the others hear of.
 *
 * @typedef {import("./articles.js").Articles} Articles
 * @typedef {{id: string, revision: number}|null} Change what was written; revision 0 if it was forgotten,
 *   null if it is several articles
 */

import { createArticles } from "./articles.js";
import { openDatabase } from "./database.js";
import { sentence, TAKEN } from "./errors.js";

/** @param {{say: (about: string, text: string) => void}} notices */
export function createShelf(notices) {
  /** @type {Articles|null} */
  let articles = null;
  const opened = open();
  /** @type {((change: Change, elsewhere: boolean) => void)[]} */
  const listeners = [];
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("newsmark") : null;
  channel?.addEventListener("message", ({ data }) => tell(data, true));

  async function open() {
    try {
      articles = createArticles(await openDatabase(lost));
    } catch (error) {
      notices.say("storage", sentence(error));
    }
  }

  function lost() {
    articles = null;
    notices.say("storage", TAKEN);
  }

  /** @param {Change} change @param {boolean} elsewhere */
  function tell(change, elsewhere) {
    for (const listener of listeners) listener(change, elsewhere);
  }

  return {
    /** The articles, if they can be had at once. */
    now: () => articles,

    /**
     * @template T
     * @param {(articles: Articles) => Promise<T>} action
     * @param {T} otherwise the result where the action cannot be done
     * @returns {Promise<T>}
     */
    async attempt(action, otherwise) {
      await opened;
      if (!articles) return otherwise;
      try {
        return await action(articles);
      } catch (error) {
        notices.say("storage", sentence(error));
        return otherwise;
      }
    },

    /** @param {Change} change tells of it, here and in the other tabs */
    changed(change) {
      channel?.postMessage(change);
      tell(change, false);
    },

    /** @param {(change: Change, elsewhere: boolean) => void} listener */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createShelf>} Shelf */
