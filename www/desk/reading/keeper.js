/**
 * Stores an article of the collection that is open in the reading view, after every change.
 *
 * @typedef {import("../../state/store.js").State} State
 * @typedef {import("../../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../store/articles.js").Annotated} Annotated
 */

import { packed } from "../store/packing.js";
import { summarise } from "../summary.js";

/**
 * @param {import("../desk.js").OpenDesk} desk
 * @param {import("../store/articles.js").StoredArticle} stored
 * @param {NewsDocument|null} found the engine's result as it is stored
 * @returns {import("../../storage/open-article.js").Keeper}
 */
export function createKeeper({ articles, changed }, stored, found) {
  let { row } = stored;
  const { fields } = stored.text;
  let revision = stored.work?.revision ?? 0;
  let known = found;

  /** @param {State} state */
  const textOf = ({ text, metadata }) => ({ text, metadata, fields });
  /** @param {State} state */
  const workOf = ({ draft, corrections, future, lost }) => ({
    draft,
    corrections: [...corrections],
    future: [...future],
    lost: [...lost],
    revision,
  });
  /**
   * @param {State} state
   * @param {Annotated["found"]|null} found null if it is stored already
   * @returns {Annotated|null}
   */
  const annotatedOf = ({ document, text, metadata }, found) =>
    document && { found, summary: summarise(document, { id: row.id, text, metadata }) };

  return {
    async save(state) {
      const json = state.found === known ? null : JSON.stringify(state.found);
      const found = json === null ? null : { found: await packed(json), model: state.model };
      const kept = await articles.keep(row.id, textOf(state), annotatedOf(state, found), workOf(state));
      ({ row, revision } = kept);
      known = state.found;
      changed([row]);
    },

    saveAtOnce(state) {
      const found = state.found === known ? null : { found: JSON.stringify(state.found), model: state.model };
      articles.keepAtOnce(row, textOf(state), annotatedOf(state, found), workOf(state));
      revision++;
    },
  };
}
