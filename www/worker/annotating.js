/**
 * The way from a text to a document in the store.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 */

import { cancelled, engineReady, failed, finished, started } from "../state/updates.js";
import { Cancelled, createClient } from "./client.js";
import { startWorker } from "./start.js";

/** @param {Store} store */
export function createAnnotating(store) {
  const client = createClient(startWorker);
  let latest = 0;

  return {
    /** Gets the engine ready before the first text is there. */
    async load() {
      try {
        await client.ready();
        store.update(engineReady);
      } catch (error) {
        if (!(error instanceof Cancelled)) store.update(failed(`The annotator could not be started: ${reason(error)}. Reload the page to try again.`));
      }
    },

    /**
     * Of several texts under way, only the last is shown; every caller gets their own document.
     * @param {string} text
     * @returns {Promise<NewsDocument>}
     */
    async annotate(text) {
      const mine = ++latest;
      const { article } = store.get();
      // Of several texts only the last is shown, and none whose article was left meanwhile.
      /** @param {import("../state/store.js").Update} update */
      const tell = (update) => {
        if (mine === latest) store.update(store.get().article === article ? update : cancelled);
      };
      store.update(started);
      try {
        const { document, milliseconds } = await client.annotate(text);
        tell(finished(text, document, milliseconds));
        return document;
      } catch (error) {
        tell(
          error instanceof Cancelled
            ? cancelled
            : failed(`This text could not be annotated: ${reason(error)}. It is still in the box; try again.`),
        );
        throw error;
      }
    },

    cancel: client.cancel,
  };
}

/** @param {unknown} error */
const reason = (error) => (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
