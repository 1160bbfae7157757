/**
 * Annotates a text and puts the document into the store.
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

/** Of a text with at least LONG characters, the first BEGINNING characters are annotated first. */
const LONG = 60_000;
const BEGINNING = 6000;

/**
 * @param {Store} store
 * @param {() => Promise<void>} painted resolves when everything done so far is on the screen
 */
export function createAnnotator(store, painted) {
  const client = createClient(startWorker);
  let latest = 0;

  return {
    /** Loads the engine before there is a text. */
    async load() {
      try {
        await client.ready();
        store.update(engineReady);
      } catch (error) {
        if (!(error instanceof Cancelled)) store.update(engineFailed(startErrorMessage(error)));
      }
    },

    /**
     * Annotates a text. If several texts are in progress only the last one is shown, but every caller gets the document
     * of its own text.
     * @param {string} text
     * @returns {Promise<NewsDocument>}
     */
    async annotate(text) {
      const mine = ++latest;
      const before = store.get();
      const back = cancelled(before);
      // Updates the store only for the latest text, and not if another article has been opened.
      /** @param {import("../state/store.js").Update} update */
      const tell = (update) => {
        if (mine === latest) store.update(store.get().article === before.article ? update : back);
      };
      store.update(annotationStarted);
      try {
        const first = beginning(text);
        /** @type {Promise<void>|undefined} */
        let seen;
        // If the user has corrected the article, showing half of it would be wrong.
        if (first !== "" && before.corrections.length + before.lost.length === 0) {
          const { document, model } = await client.annotate(first, before.metadata);
          tell(beginningAnnotated(text, document, model));
          // Until then the page needs the processor.
          seen = painted();
        }
        const { document, milliseconds, model } = await client.annotate(
          text,
          before.metadata,
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
 * The beginning of a long text up to the end of a line or a word; empty for a short text.
 * @param {string} text
 */
function beginning(text) {
  if (text.length < LONG) return "";
  const end = ["\n", " "].map((space) => text.lastIndexOf(space, BEGINNING)).find((end) => end > BEGINNING / 2);
  return text.slice(0, end ?? BEGINNING);
}
