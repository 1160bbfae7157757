/**
 * The way from a text to a document in the store.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 */

import {
  annotated,
  annotationProgressed,
  annotationStarted,
  beginningAnnotated,
  cancelled,
  engineFailed,
  engineReady,
} from "../state/updates.js";
import { Cancelled, createClient } from "./client.js";
import { annotateErrorMessage, startErrorMessage } from "./errors.js";
import { startWorker } from "./start.js";

/** From so many letters on, a text's beginning is annotated first, and this much of it. */
const LONG = 60_000;
const BEGINNING = 6000;

/**
 * @param {Store} store
 * @param {() => Promise<void>} painted resolves when what has been done is on the screen
 */
export function createAnnotator(store, painted) {
  const client = createClient(startWorker);
  let latest = 0;

  return {
    /** Gets the engine ready before the first text is there. */
    async load() {
      try {
        await client.ready();
        store.update(engineReady);
      } catch (error) {
        if (!(error instanceof Cancelled)) store.update(engineFailed(startErrorMessage(error)));
      }
    },

    /**
     * Of several texts under way, only the last is shown; every caller gets their own document.
     * @param {string} text
     * @returns {Promise<NewsDocument>}
     */
    async annotate(text) {
      const mine = ++latest;
      const before = store.get();
      const back = cancelled(before);
      // Of several texts only the last is shown, and none whose article was left meanwhile.
      /** @param {import("../state/store.js").Update} update */
      const tell = (update) => {
        if (mine === latest) store.update(store.get().article === before.article ? update : back);
      };
      store.update(annotationStarted);
      try {
        const first = beginning(text);
        /** @type {Promise<void>|undefined} */
        let seen;
        // Where somebody has corrected an article, half of it would not do.
        if (first !== "" && before.corrections.length + before.lost.length === 0) {
          const { document, model } = await client.annotate(first);
          tell(beginningAnnotated(text, document, model));
          // The processor is the page's until then.
          seen = painted();
        }
        const { document, milliseconds, model } = await client.annotate(
          text,
          (share) => tell(annotationProgressed(share)),
          seen,
        );
        tell(annotated(text, document, milliseconds, model));
        return document;
      } catch (error) {
        tell(
          error instanceof Cancelled ? back : (state) => engineFailed(annotateErrorMessage(error, text))(back(state)),
        );
        throw error;
      }
    },

    cancel: client.cancel,
  };
}

/**
 * The beginning of a long text, up to the end of a line or else of a word; empty for a short one.
 * @param {string} text
 */
function beginning(text) {
  if (text.length < LONG) return "";
  const end = ["\n", " "].map((space) => text.lastIndexOf(space, BEGINNING)).find((end) => end > BEGINNING / 2);
  return text.slice(0, end ?? BEGINNING);
}
