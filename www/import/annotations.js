/**
 * Web annotations (W3C) from elsewhere, laid over the article that is open: the file does not have the
 * text that it is about.
 *
 * @typedef {import("../state/store.js").Store} Store
 */

import { plural } from "../document/words.js";
import { restored } from "../state/saved.js";
import { UserError } from "./user-error.js";

/** @param {string} text of a file */
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
        "This file has annotations and not the article that they belong to. Paste the article first, then open this file.",
      );
    }
    const { document, unplaced, unknown } = await imported(text, annotations);
    store.update(restored({ text, draft: null, found: document, model: "", corrections: [], future: [], lost: [] }));
    const left = [
      unplaced > 0 && `${plural(unplaced, "annotation")} whose words are not in this article`,
      unknown > 0 && `${plural(unknown, "annotation")} that Newsmark has no mark for`,
    ].filter((part) => part !== false);
    if (left.length > 0) notices.show("import", `Not shown: ${left.join(", and ")}.`);
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
