/**
 * A tab that shows what has been gathered from all articles. It is drawn when it is on display and something has changed.
 *
 * @typedef {import("./gathered.js").Gathered} Gathered
 */

import { element } from "../dom.js";
import { gatheringOf } from "./gathered.js";

/**
 * @param {HTMLElement} root
 * @param {import("./types.js").Desk} desk
 * @param {(gathered: Gathered) => void} draw
 * @returns {import("./types.js").Tab}
 */
export function mountView(root, desk, draw) {
  const gathering = gatheringOf(desk);
  const message = element("p", "desk-message", "Reading the articles…");
  message.role = "status";
  root.prepend(message);
  /** @type {Gathered|null} */
  let latest = null;
  /** @type {Gathered|null} */
  let drawn = null;
  const isShown = () => root.offsetParent !== null;

  function drawLatest() {
    if (!latest || latest === drawn || !isShown()) return;
    drawn = latest;
    message.hidden = latest.articles.length > 0;
    message.textContent = "No article has been annotated yet.";
    draw(latest);
  }
  const viewer = {
    isShown,
    /** @param {Gathered} gathered */
    show(gathered) {
      latest = gathered;
      drawLatest();
    },
    /** @param {unknown} error */
    fail(error) {
      message.hidden = false;
      message.textContent = `The articles could not be read (${error instanceof Error ? error.message : error}). Open the tab again to try once more.`;
    },
  };
  gathering.add(viewer);
  return {
    update() {
      drawLatest();
      gathering.refresh();
    },
    close: () => gathering.remove(viewer),
  };
}
