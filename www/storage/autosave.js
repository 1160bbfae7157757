/**
 * Keeps the article on the page in this browser: a moment after every change, and at the latest when
 * the page is left, so that a reload finds it again.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../page/notices.js").Notices} Notices
 * @typedef {import("./articles.js").Articles} Articles
 * @typedef {import("./articles.js").Kept} Kept
 * @typedef {import("./open-article.js").Place} Place
 */

import { restored, saved } from "../state/saved.js";
import { Conflict } from "./articles.js";
import { leaveNote, takeNote } from "./session-backup.js";
import { newPlace, remember, remembered } from "./open-article.js";
import { CONTENT, isKept, record, titleOf } from "./record.js";
import { createShelf } from "./article-store.js";

/** After the last change, and at most after the first one, in milliseconds. */
const PAUSE = 400;
const PATIENCE = 2000;

const FORKED = "This article was changed in another tab as well. What you do here is kept as an article of its own.";

/**
 * @param {Store} store
 * @param {Notices} notices
 */
export function createKeeping(store, notices) {
  const shelf = createShelf(notices);
  let place = newPlace();
  /** The state that has something new to keep. @type {State|null} */
  let unsaved = null;
  /** What is on its way to be kept. @type {{state: State, at: Place}|null} */
  let underway = null;
  let queue = Promise.resolve();
  let since = 0;
  let timer = 0;

  store.subscribe((state, before) => {
    // What is found so far of a long text is soon replaced.
    if (state.partial) return;
    if (state.article !== before.article) leave();
    else if (CONTENT.every((field) => state[field] === before[field])) return;
    if (!unsaved) since = Date.now();
    unsaved = state;
    // Now, not when it is kept: what is told to the history while the page goes is lost.
    remember(place.id);
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, since + PATIENCE - Date.now())));
  });

  shelf.subscribe((change, elsewhere) => {
    if (!elsewhere || change?.id !== place.id) return;
    // What the other tab did is shown here too, unless there is something here that it would destroy.
    if (unsaved || store.get().phase === "working" || change.revision === 0) place.stale = true;
    else refresh(change.id);
  });

  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  addEventListener("pagehide", () => {
    const last = unsaved ?? (underway?.at === place ? underway.state : null);
    if (!last || isBlank(last)) return;
    leaveNote(record(last, place));
    const articles = shelf.now();
    if (!unsaved || !articles) return;
    if (place.stale) place = newPlace();
    place.revision = articles.writeAtOnce(record(unsaved, place), unsaved.found !== place.found);
    place.found = unsaved.found;
    unsaved = null;
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

  /** Keeps at once what is not kept yet. */
  function save() {
    clearTimeout(timer);
    if (!unsaved) return queue;
    const taken = { state: unsaved, at: place };
    unsaved = null;
    underway = taken;
    queue = queue.then(async () => {
      const kept = await shelf.attempt((articles) => write(articles, taken.state, taken.at), false);
      if (underway === taken) underway = null;
      if (kept) return;
      // The next change tries again, or a note when the page is left.
      if (taken.at === place) unsaved ??= taken.state;
      else offer(taken.state);
    });
    return queue;
  }

  /** An article that was left and could not be kept is still here. @param {State} state */
  function offer(state) {
    const title = titleOf(state.draft ?? state.text);
    if (title === "") return;
    const again = () => store.update(restored(saved(state)));
    notices.say("unkept", `“${title}” could not be kept in this browser.`, { label: "Show it again", act: again });
  }

  /** @param {Articles} articles @param {State} state @param {Place} at */
  async function write(articles, state, at) {
    if (isBlank(state)) return discard(articles, at);
    try {
      if (at.stale) throw new Conflict();
      at.revision = await articles.write(record(state, at), state.found !== at.found);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      if (at.revision > 0) notices.say("tabs", FORKED);
      Object.assign(at, newPlace());
      at.revision = await articles.write(record(state, at), true);
    }
    at.found = state.found;
    if (at === place) remember(at.id);
    notices.hush("storage");
    shelf.changed({ id: at.id, revision: at.revision });
    return true;
  }

  /** An article whose last letter was deleted is none. @param {Articles} articles @param {Place} at */
  async function discard(articles, at) {
    if (at.revision > 0) {
      await articles.forget([at.id]);
      Object.assign(at, { revision: 0, found: undefined });
      shelf.changed({ id: at.id, revision: 0 });
    }
    return true;
  }

  /**
   * @param {string} id
   * @param {Kept|null} [note] the same article as it was when the page was left
   */
  async function open(id, note = null) {
    await save();
    const { article } = store.get();
    const kept = await shelf.attempt((articles) => articles.read(id), null);
    await nextTask();
    // The note says from which revision it started: where that is still the last one, the database did
    // not get what the note has.
    const late = note !== null && note.summary.revision >= (kept?.summary.revision ?? 0);
    const shown = late ? note : kept;
    const isFit = shown !== null && isKept(shown);
    await nextTask();
    // Somebody may have begun another one while it was read.
    if (store.get().article !== article || unsaved) return;
    if (!shown) return;
    if (!isFit) {
      notices.say(
        "unreadable",
        `“${shown.summary.title}” was kept by another version of Newsmark, and this one cannot show it. It is still kept.`,
      );
      return;
    }
    show(shown);
    if (!late) return;
    place.found = undefined;
    unsaved = store.get();
    save();
  }

  /** Shows what another tab has made of the article here. @param {string} id */
  async function refresh(id) {
    await queue;
    // What was on its way to be kept may have made it another article.
    if (place.id === id && !unsaved) await open(id);
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

  return {
    save,

    /** @param {string} id */
    open: (id) => open(id),

    /** Shows the article that this tab showed before it was reloaded. */
    async resume() {
      const id = remembered();
      if (id !== null) await open(id, takeNote(id));
    },

    list: () => shelf.attempt((articles) => articles.list(), []),

    /**
     * @param {string} id
     * @returns {Promise<() => Promise<void>>} how to have it back
     */
    async forget(id) {
      await save();
      const kept = await shelf.attempt((articles) => articles.read(id), null);
      await shelf.attempt((articles) => articles.forget([id]), undefined);
      if (place.id === id) leave();
      shelf.changed({ id, revision: 0 });
      return async () => {
        if (kept) await shelf.attempt((articles) => articles.restore(kept), undefined);
        shelf.changed(null);
      };
    },

    async forgetAll() {
      await save();
      await shelf.attempt((articles) => articles.forgetAll(), undefined);
      settle(newPlace());
      shelf.changed(null);
    },

    /** @param {() => void} listener told when the list of articles is another one */
    subscribe(listener) {
      shelf.subscribe(listener);
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

/** @typedef {ReturnType<typeof createKeeping>} Keeping */
