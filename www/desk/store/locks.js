/**
 * Two tabs may show one collection, but only one of them annotates it. Whatever both do, the transactions of articles.js
 * keep it consistent; the lock only saves the work of doing it twice.
 */

/**
 * Runs `act` as soon as no other tab holds the lock, and holds it until `act` is done.
 * @param {string} collection
 * @param {AbortSignal} signal ends the waiting
 * @param {() => Promise<void>} act
 * @returns {Promise<void>}
 */
export async function withLock(collection, signal, act) {
  // Browsers have no locks over plain HTTP.
  if (!navigator.locks) return act();
  try {
    await navigator.locks.request(`newsmark-desk ${collection}`, { signal }, act);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
