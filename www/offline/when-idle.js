/**
 * The moment for what nobody waits for.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

/** So long the engine has had nothing to do, in milliseconds. */
const IDLE = 1500;

/**
 * Resolves when the engine is there and its work has been done for a while: what is fetched and stored
 * then takes no time from the first marks.
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
