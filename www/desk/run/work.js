/**
 * The annotation of a collection as its reader sees it: it runs, is paused, or waits for another tab that is at it. It goes
 * on after a reload, unless the reader has stopped it.
 *
 * @typedef {"resting"|"running"|"elsewhere"|"stopped"} Phase nothing to do; at work; another tab is at work; stopped by
 *   the reader or by a problem
 * @typedef {{phase: Phase, perSecond: number, problem: string}} WorkState
 */

import { StartError, startErrorMessage } from "../../worker/errors.js";
import { startDeskAnnotator } from "../../worker/start.js";
import { deskStorageMessage } from "../store/errors.js";
import { withLock } from "../store/locks.js";
import { createRate } from "./rate.js";
import { createRunner } from "./runner.js";

/** How long the workers wait for more articles, in milliseconds. */
const REST = 5000;

/**
 * @param {string} collection
 * @param {import("../store/articles.js").Articles} articles
 * @param {import("../rows.js").Rows} rows
 * @param {boolean} wasStopped whether the reader stopped it the last time
 * @param {Object} told
 * @param {(changed: import("../store/database.js").Row[]) => void} told.stored
 * @param {() => void} told.changed the state has changed
 * @param {(stopped: boolean) => void} told.remember remembers whether the reader has stopped it
 * @param {() => Promise<void>} told.refresh reads again what another tab may have changed
 */
export function createWork(collection, articles, rows, wasStopped, told) {
  const rate = createRate();
  let isStopped = wasStopped;
  let problem = "";
  /** @type {Phase} */
  let phase = wasStopped ? "stopped" : "resting";
  /** Ends the run that holds the lock or waits for it. @type {AbortController|null} */
  let current = null;
  let release = () => {};
  let resting = 0;

  const runner = createRunner(articles, rows, startDeskAnnotator, {
    stored(changed) {
      rate.add(changed.length);
      told.stored(changed);
    },
    finished() {
      if (!isStopped && rows.counts.waiting > 0) return runner.begin();
      release();
    },
    stopped(error) {
      problem = error instanceof StartError ? startErrorMessage(error) : deskStorageMessage(error);
      isStopped = true;
      release();
    },
  });

  /** @param {Phase} now */
  function enter(now) {
    phase = now;
    told.changed();
  }

  async function begin() {
    if (isStopped || rows.counts.waiting === 0) return;
    clearTimeout(resting);
    if (current) return;
    const mine = new AbortController();
    current = mine;
    // Another tab has the lock if it does not come at once.
    const late = setTimeout(() => enter("elsewhere"), 100);
    await withLock(collection, mine.signal, async () => {
      clearTimeout(late);
      if (phase === "elsewhere") await told.refresh();
      if (mine.signal.aborted || rows.counts.waiting === 0) return;
      rate.reset();
      enter("running");
      /** @type {Promise<void>} */
      const over = new Promise((resolve) => (release = resolve));
      runner.begin();
      await over;
    });
    clearTimeout(late);
    if (current !== mine) return;
    current = null;
    resting = setTimeout(runner.rest, REST);
    enter(isStopped ? "stopped" : "resting");
    // Articles may have come in the last moment.
    begin();
  }

  /** @param {() => void} end */
  function stop(end) {
    isStopped = true;
    told.remember(true);
    end();
    if (phase !== "running") current?.abort();
    enter("stopped");
  }

  return {
    /** @returns {WorkState} */
    state: () => ({ phase, perSecond: rate.perSecond(), problem }),

    /** Begins if there is something to do and the reader has not stopped it. */
    begin,

    /** Goes on after a stop. */
    resume() {
      isStopped = false;
      problem = "";
      told.remember(false);
      if (runner.isRunning()) {
        runner.begin();
        return enter("running");
      }
      begin();
    },

    /** Lets the workers finish what they have. */
    pause: () => stop(runner.pause),

    /** Stops at once, and frees the workers. */
    cancel: () =>
      stop(() => {
        runner.stop();
        release();
      }),

    /** The desk is left. What is not annotated waits until it is opened again. */
    close() {
      clearTimeout(resting);
      current?.abort();
      current = null;
      runner.stop();
      release();
    },
  };
}
