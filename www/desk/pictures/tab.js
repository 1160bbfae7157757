/** The tab with pictures of the whole collection. */

import { element } from "../../dom.js";
import { mountView } from "../view.js";
import { createGenders } from "./genders-view.js";
import { createNetwork } from "./network-view.js";
import { createOverTime } from "./over-time-view.js";

/** @type {import("../types.js").MountTab} */
export function mountPictures(root, desk) {
  const status = element("p", "aside");
  status.role = "status";
  const say = (/** @type {string} */ words) => {
    status.textContent = words;
  };
  const parts = [createOverTime(say), createNetwork(say), createGenders()];
  root.append(status, ...parts.map((part) => part.root));
  const view = mountView(root, desk, (gathered) => {
    for (const part of parts) part.draw(gathered);
  });
  // The pictures are as wide as the window.
  let width = root.clientWidth;
  const resized = new ResizeObserver(() => {
    if (root.clientWidth === 0 || Math.abs(root.clientWidth - width) < 24) return;
    width = root.clientWidth;
    for (const part of parts) part.resize();
  });
  resized.observe(root);
  return {
    update: view.update,
    close() {
      resized.disconnect();
      for (const part of parts) part.close();
      view.close();
    },
  };
}
