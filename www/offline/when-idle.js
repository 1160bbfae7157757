/**
 * Defers what nobody waits for.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

/** How long the engine must have been idle, in milliseconds. */
const IDLE = 1500;

/**
 * Resolves when the engine is ready and has been idle for a while, so that fetching and caching does not delay the
 * first annotations.
 * @param {Store} store
 * @returns {Promise<void>}
 */
export function whenIdle(store) {
  return new Promise((resolve) => {
    let timer = 0;
    /** @param {import("../state/store.js").State["phase"]} phase */
    const check = (phase) => {
      clearTimeout(timer);
      if (phase === "ready" || phase === "error") timer = setTimeout(resolve, IDLE);
    };
    check(store.get().phase);
    store.subscribe((state, before) => state.phase !== before.phase && check(state.phase));
  });
}
