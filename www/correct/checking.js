/**
 * Working down what the model is not sure of: how much is checked, and a button that shows only the rest and goes there.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 */

import { checkedShare } from "../document/doubtful.js";
import { formatNumber } from "../document/words.js";
import { part } from "../dom.js";
import { afterPaint, isLong } from "../scheduling.js";
import { toggle } from "../state/preferences.js";

/**
 * @param {Store} store
 * @param {() => void} goToFirst
 */
export function mountChecking(store, goToFirst) {
  const button = /** @type {HTMLButtonElement} */ (part("check"));
  const progress = part("checked");

  button.addEventListener("click", () => {
    const isOn = store.get().hidden.has("sure");
    store.update(toggle("sure"));
    if (!isOn) goToFirst();
  });

  /** @param {State} state */
  function show({ found, document, hidden }) {
    const { total, checked } = found && document ? checkedShare(found, document, hidden) : { total: 0, checked: 0 };
    part("checking").hidden = total === 0;
    button.ariaPressed = String(hidden.has("sure"));
    progress.textContent = `${formatNumber(checked)} of ${formatNumber(total)} checked`;
  }
  let stopLater = () => {};
  store.subscribe((state, before) => {
    if (state.document === before.document && state.hidden === before.hidden) return;
    stopLater();
    if (!state.document || !isLong(state.document)) return show(state);
    // A long document is painted first. The row would push it down if it came later.
    part("checking").hidden = false;
    stopLater = afterPaint(() => show(state));
  });
}
