/**
 * What is seen while a text is annotated: how far it is, and the way out. Short work is not seen: the
 * bar appears after a quarter of a second (style/layout.css).
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { part } from "../dom.js";

/** Whoever hears the page is told of work that takes this long, in milliseconds. */
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
