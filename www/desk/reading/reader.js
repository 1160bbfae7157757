/**
 * An article of the collection in the page's reading view, with a bar that leads back. The page saves it by way of a
 * keeper, so corrections go into the collection.
 *
 * @typedef {import("../desk.js").OpenDesk} OpenDesk
 * @typedef {import("../../state/store.js").State} State
 * @typedef {import("../../document/types.js").Range} Range
 */

import { isSound } from "../../document/corrections/corrector.js";
import { isDocument } from "../../document/is-document.js";
import { element, part } from "../../dom.js";
import { afterPaint } from "../../scheduling.js";
import { clear } from "../../state/updates.js";
import { addressOf } from "../address.js";
import { unpacked } from "../store/packing.js";
import { createKeeper } from "./keeper.js";

const MISSING = "This article is no longer in the collection.";
const DAMAGED = "This article was saved by another version of Newsmark, and this one cannot show it.";

/** @param {import("../main.js").PageParts} page */
export function createReader({ store, work, autosave, reading }) {
  const bar = element("nav", "desk-bar reading-bar");
  bar.ariaLabel = "Collection";
  bar.hidden = true;
  part("notices").after(bar);
  /** The article that is open. @type {number|null} */
  let article = null;
  let isOpening = false;

  // The link to the lists would replace the address of the article.
  part("total").addEventListener("click", (event) => {
    if (article === null) return;
    event.preventDefault();
    part("panel").scrollIntoView();
    part("tab-names").focus();
  });

  return {
    isOpen: () => article !== null,
    article: () => article,
    isOpening: () => isOpening,

    /**
     * @param {OpenDesk} desk
     * @param {number} id
     * @param {Range} [range] shown first
     * @returns {Promise<string>} why it cannot be shown; empty if it can
     */
    async open(desk, id, range) {
      const stored = await desk.articles.read(id);
      if (!stored) return MISSING;
      const { text, metadata } = stored.text;
      const found = stored.found ? JSON.parse(await unpacked(stored.found.found)) : null;
      const { draft = null, corrections = [], future = [], lost = [] } = stored.work ?? {};
      const history = { corrections, future, lost };
      if (found && !(isDocument(found, text) && (await isSound(history, text, found)))) return DAMAGED;
      const saved = { text, metadata, draft, found, model: stored.found?.model ?? "", ...history };
      isOpening = true;
      await autosave.openFrom(saved, createKeeper(desk, stored, found));
      isOpening = false;
      article = id;
      showBar(desk, id);
      // The store reports what goes wrong.
      if (!found) work.annotate(text).catch(() => {});
      else if (range) afterPaint(() => reading.goTo(range, null));
      return "";
    },

    /** Leaves the article, or any other that is open: it is saved. */
    close() {
      this.forget();
      const { text, draft, document } = store.get();
      if (!document && !text && !draft) return;
      isOpening = true;
      store.update(clear);
      isOpening = false;
    },

    /** The page shows something else. */
    forget() {
      article = null;
      bar.hidden = true;
    },
  };

  /** @param {OpenDesk} desk @param {number} id */
  function showBar({ collection, rows }, id) {
    const back = element("a", "", `← ${collection.name}`);
    back.href = addressOf({ collection: collection.id });
    const at = rows.all.findIndex((row) => row.id === id);
    const steps = [
      { label: "Previous article", to: rows.all[at - 1] },
      { label: "Next article", to: rows.all[at + 1] },
    ].flatMap(({ label, to }) => {
      if (!to) return [];
      const link = element("a", "", label);
      link.href = addressOf({ collection: collection.id, article: to.id });
      return [link];
    });
    bar.replaceChildren(back, ...steps);
    bar.hidden = false;
  }
}
