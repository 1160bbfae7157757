/**
 * Web annotations (W3C) from another program, applied to the open article, since the file does not contain its text.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { plural } from "../document/words.js";
import { restored } from "../state/saved.js";
import { UserError } from "./user-error.js";

/** @param {string} text the contents of a file */
export const isAnnotations = (text) => /^\s*[[{]/.test(text) && /"Text(Quote|Position)Selector"/.test(text);

/**
 * @param {Store} store
 * @param {import("../export/client.js").Exporter} exporter
 * @param {import("../page/notices.js").Notices} notices
 */
export function createAnnotationImport(store, exporter, notices) {
  /**
   * @param {string} text the article
   * @param {string} annotations JSON
   */
  return async (text, annotations) => {
    if (text.trim() === "") {
      throw new UserError(
        "This file contains annotations but not their article. Paste the article first, then open this file.",
      );
    }
    const { document, unplaced, unknown } = await imported(text, annotations);
    store.update(
      restored({
        text,
        metadata: store.get().metadata,
        draft: null,
        found: document,
        model: "",
        corrections: [],
        future: [],
        lost: [],
      }),
    );
    const left = [
      unplaced > 0 && `${plural(unplaced, "annotation")} whose words are not in this article`,
      unknown > 0 && `${plural(unknown, "annotation")} of a kind that Newsmark does not have`,
    ].filter(Boolean);
    if (left.length > 0) notices.show("import", `Not imported: ${left.join(", and ")}.`);
  };

  /** @param {string} text @param {string} annotations */
  async function imported(text, annotations) {
    try {
      return await exporter.importAnnotations(text, annotations);
    } catch (error) {
      throw new UserError(`This file could not be opened: ${error instanceof Error ? error.message : error}.`);
    }
  }
}
