/**
 * Cancelling. A caller's signal may be that of hundreds of texts at once, and Node warns of a signal with many listeners,
 * so each signal has one listener at most, for as long as anything waits for it.
 *
 * @typedef {import("./index.js").Signal} Signal
 */

/** @type {Map<Signal, {acts: Set<() => void>, listener: () => void}>} */
const waiting = new Map();

/**
 * @param {Signal} signal
 * @param {() => void} act what to do when it is aborted
 * @returns {() => void} ends the waiting
 */
export function onAbort(signal, act) {
  const known = waiting.get(signal) ?? listening(signal);
  known.acts.add(act);
  return () => {
    known.acts.delete(act);
    if (known.acts.size > 0 || waiting.get(signal) !== known) return;
    waiting.delete(signal);
    signal.removeEventListener("abort", known.listener);
  };
}

/** @param {Signal} signal */
function listening(signal) {
  /** @type {Set<() => void>} */
  const acts = new Set();
  const made = {
    acts,
    listener() {
      for (const act of acts) act();
    },
  };
  waiting.set(signal, made);
  signal.addEventListener("abort", made.listener);
  return made;
}
