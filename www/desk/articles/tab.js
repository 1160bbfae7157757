/** The tab that lists the articles of the collection. */

import { plural } from "../../document/words.js";
import { element } from "../../dom.js";

/** @type {import("../types.js").MountTab} */
export function mountArticles(root, desk) {
  const count = element("p", "desk-count");
  root.append(count);
  const update = () => {
    count.textContent = plural(desk.count(), "article");
  };
  const unsubscribe = desk.subscribe(update);
  update();
  return { update, close: unsubscribe };
}
