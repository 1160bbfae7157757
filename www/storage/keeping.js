/**
 * Keeps the article on the page in this browser: a moment after every change, and at the latest when
 * the page is left. A reload finds it again through the history's entry, which every tab has for itself.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("./articles.js").Articles} Articles
 * @typedef {import("./articles.js").Kept} Kept
 */

import { restored } from "../state/saved.js";
import { Conflict, createArticles } from "./articles.js";
import { openDatabase } from "./database.js";
import { CONTENT, record } from "./record.js";
import { sentence, TAKEN } from "./trouble.js";

const PAUSE = 400;
const FORKED = "This article was changed in another tab as well. What you do here is kept as an article of its own.";

/**
 * The place of the article on the page: what is kept of it already.
 * @typedef {{id: string, revision: number, found: unknown, stale: boolean}} Place
 */

/** @returns {Place} */
const newPlace = () => ({ id: newId(), revision: 0, found: undefined, stale: false });

/**
 * @param {Store} store
 * @param {{say: (about: string, text: string) => void, hush: (about: string) => void}} notices
 */
export function createKeeping(store, notices) {
  /** @type {Articles|null} */
  let articles = null;
  const opened = open();
  let place = newPlace();
  /** The state that has something new to keep. @type {State|null} */
  let unsaved = null;
  let timer = 0;
  let queue = Promise.resolve();
  /** @type {(() => void)[]} */
  const listeners = [];
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("newsmark") : null;

  async function open() {
    try {
      articles = createArticles(await openDatabase(() => trouble(TAKEN)));
    } catch (error) {
      trouble(sentence(error));
    }
  }

  /** @param {string} text */
  function trouble(text) {
    if (text === TAKEN) articles = null;
    notices.say("storage", text);
  }

  /** @param {{id: string, revision: number}|null} written tells other tabs what has changed */
  function changed(written = null) {
    channel?.postMessage(written);
    for (const listener of listeners) listener();
  }
  channel?.addEventListener("message", ({ data }) => {
    for (const listener of listeners) listener();
    if (data?.id !== place.id) return;
    // What the other tab did is shown here too, unless there is something here that it would destroy.
    const busy = unsaved !== null || store.get().phase === "working" || data.revision === 0;
    if (busy) place.stale = true;
    else refresh(data.id);
  });

  store.subscribe((state, before) => {
    // What is found so far of a long text is soon replaced.
    if (state.partial) return;
    if (state.article !== before.article) leave();
    else if (CONTENT.every((field) => state[field] === before[field])) return;
    unsaved = state;
    // Now, not when it is kept: what is told to the history while the page goes is lost.
    remember(place.id);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });

  /** Another article is on the page now. */
  function leave() {
    save();
    settle(newPlace());
  }

  /** @param {Place} at */
  function settle(at) {
    place = at;
    remember(at.revision > 0 ? at.id : null);
  }

  function save() {
    clearTimeout(timer);
    const [state, at] = [unsaved, place];
    unsaved = null;
    if (state) queue = queue.then(() => write(state, at));
    return queue;
  }

  /** @param {State} state @param {Place} at */
  async function write(state, at) {
    await opened;
    if (!articles) return;
    if (!state.text && !state.draft) return discard(at);
    try {
      if (at.stale) throw new Conflict();
      await writeTo(articles, state, at);
    } catch (error) {
      if (!(error instanceof Conflict)) return trouble(sentence(error));
      const known = at.revision > 0;
      Object.assign(at, newPlace());
      await writeTo(articles, state, at).catch((error) => trouble(sentence(error)));
      if (known) notices.say("tabs", FORKED);
    }
    if (at === place) remember(at.id);
  }

  /** An article whose last letter was deleted is none. @param {Place} at */
  async function discard(at) {
    if (at.revision === 0) return;
    await attempt((articles) => articles.forget([at.id]), undefined);
    changed({ id: at.id, revision: 0 });
    Object.assign(at, newPlace());
  }

  /** @param {Articles} articles @param {State} state @param {Place} at */
  async function writeTo(articles, state, at) {
    at.revision = await articles.write(record(state, at), state.found !== at.found);
    at.found = state.found;
    notices.hush("storage");
    changed({ id: at.id, revision: at.revision });
  }

  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  addEventListener("pagehide", () => {
    if (!unsaved || !articles) return;
    if (place.stale) place = newPlace();
    place.revision = articles.writeAtOnce(record(unsaved, place), unsaved.found !== place.found);
    place.found = unsaved.found;
    remember(place.id);
    unsaved = null;
  });

  /** @param {string} id */
  async function reveal(id) {
    await save();
    const { article } = store.get();
    const kept = await attempt((articles) => articles.read(id), null);
    // Somebody may have begun another one while it was read.
    if (kept && store.get().article === article && !unsaved) show(kept);
  }

  /** Shows what another tab has made of the article here. @param {string} id */
  async function refresh(id) {
    await queue;
    // What was on its way to be kept may have made it another article.
    if (place.id === id && !unsaved) await reveal(id);
  }

  /** @param {Kept} kept */
  function show({ summary, content, found }) {
    const restore = restored({ ...content, found });
    store.update((state) => {
      const shown = restore(state);
      // Whoever was editing goes on editing.
      return shown.draft === null ? shown : { ...shown, view: "writing" };
    });
    // What is shown is what is kept: there is nothing to save in it.
    unsaved = null;
    settle({ id: summary.id, revision: summary.revision, found, stale: false });
  }

  /**
   * @template T
   * @param {(articles: Articles) => Promise<T>} action
   * @param {T} otherwise
   */
  async function attempt(action, otherwise) {
    await opened;
    if (!articles) return otherwise;
    try {
      return await action(articles);
    } catch (error) {
      trouble(sentence(error));
      return otherwise;
    }
  }

  return {
    /** Shows the article that this tab showed before it was reloaded. */
    async resume() {
      const id = history.state?.article;
      if (typeof id === "string") await reveal(id);
    },

    open: reveal,

    /** Keeps at once what is not kept yet. */
    save,

    list: () => attempt((articles) => articles.list(), []),

    /**
     * @param {string} id
     * @returns {Promise<() => Promise<void>>} how to have it back
     */
    async forget(id) {
      await save();
      const kept = await attempt((articles) => articles.read(id), null);
      await attempt((articles) => articles.forget([id]), undefined);
      changed({ id, revision: 0 });
      if (place.id === id) leave();
      return async () => {
        if (kept) await attempt((articles) => articles.restore(kept), undefined);
        changed();
      };
    },

    async forgetAll() {
      await save();
      await attempt((articles) => articles.forgetAll(), undefined);
      settle(newPlace());
      changed();
    },

    /** @param {() => void} listener told when the list of articles is another one */
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

/** @typedef {ReturnType<typeof createKeeping>} Keeping */

/** @param {string|null} article */
function remember(article) {
  if (history.state?.article !== article) history.replaceState({ ...history.state, article }, "");
}

// Not randomUUID(), which a page over plain http does not have.
const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
