/**
 * The progress bar and the Cancel button. The bar appears after a quarter of a second (style/layout.css), so it does
 * not show for short texts.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { part } from "../dom.js";

/** Screen readers announce work that takes longer than this, in milliseconds. */
const WORTH_SAYING = 1500;

/**
 * @param {Store} store
 * @param {{cancel: () => void}} work
 */
export function mountProgress(store, work) {
  const bar = /** @type {HTMLProgressElement} */ (part("progress"));
  let timer = 0;

  part("cancel").addEventListener("click", work.cancel);
  store.subscribe((state, before) => {
    const working = state.phase === "working";
    if (state.phase !== before.phase) {
      part("progress-row").hidden = !working;
      clearTimeout(timer);
      if (working) timer = setTimeout(() => (part("announcement").textContent = "Annotating …"), WORTH_SAYING);
    }
    if (state.progress !== before.progress || state.phase !== before.phase) {
      const { progress } = state;
      if (progress === null) bar.removeAttribute("value");
      else bar.value = progress;
      part("progress-text").textContent = progress === null ? "" : `${Math.floor(progress * 100)} %`;
    }
  });
}
