/**
 * Exporting the article that is shown.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../render/notices.js").Notices} Notices
 */

import { part } from "../render/dom.js";
import { download } from "./download.js";
import { newsmarkFile, shownFile } from "./file.js";
import { mountMenu } from "./menu.js";

/**
 * @param {Store} store
 * @param {import("./client.js").Exporter} exporter
 * @param {Notices} notices
 */
export function mountExport(store, exporter, notices) {
  mountMenu(async ({ id, label }) => {
    const state = store.get();
    if (!state.document) return;
    notices.hush("export");
    try {
      const file = await exporter.exportAs(id, id === "json" ? newsmarkFile(state) : shownFile(state));
      download(file);
      part("outcome").textContent = `${label}: the file ${file.name} is saved.`;
    } catch (error) {
      notices.say(
        "export",
        `${label}: this could not be exported (${error instanceof Error ? error.message : error}). Try it again.`,
      );
    }
  });
}
