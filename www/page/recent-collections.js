/**
 * The list of collections below the text box.
 */

import { addressOf } from "../desk/address.js";
import { createCollections, DATABASE, openDatabase } from "../desk/store/database.js";
import { plural } from "../document/words.js";
import { element, part } from "../dom.js";
import { when } from "./recent-articles.js";

/** @param {import("../state/store.js").Store} store */
export function mountRecentCollections(store) {
  let drawRequest = 0;

  async function draw() {
    const mine = ++drawRequest;
    const collections = await listed().catch(() => []);
    if (mine !== drawRequest) return;
    part("collections").hidden = collections.length === 0;
    part("collections-list").replaceChildren(...collections.map(row));
  }

  store.subscribe((state, before) => {
    if (state.view === "editing" && state.article !== before.article) draw();
  });
  addEventListener("hashchange", () => {
    if (location.hash === "") draw();
  });
  draw();
}

/** Those who have no collection need no database for them. */
async function listed() {
  const databases = await indexedDB.databases?.();
  if (databases && !databases.some(({ name }) => name === DATABASE)) return [];
  const database = await openDatabase(() => {});
  try {
    return await createCollections(database).list();
  } finally {
    database.close();
  }
}

/** @param {import("../desk/store/database.js").CollectionRecord} collection */
function row({ id, name, articles, updated }) {
  const open = element(
    "a",
    "recent-open",
    element("span", "recent-title", name),
    element("span", "recent-facts", `${when(updated)} · ${plural(articles, "article")}`),
  );
  open.href = addressOf({ collection: id });
  open.dir = "auto";
  return element("li", "recent-row", open);
}
