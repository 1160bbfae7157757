/**
 * Exports the article that is shown.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../page/notices.js").Notices} Notices
 */

import { part } from "../dom.js";
import { linkPlaces } from "../places/resolver.js";
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
    if (!store.get().document) return;
    notices.dismiss("export");
    try {
      // Without the table of places, the other values are worth having.
      await linkPlaces(store).catch(() => {});
      const state = store.get();
      const file = await exporter.exportAs(id, id === "json" ? newsmarkFile(state) : shownFile(state));
      download(file);
      part("announcement").textContent = `${label}: saved as ${file.name}.`;
    } catch (error) {
      notices.show(
        "export",
        `${label}: the export failed (${error instanceof Error ? error.message : error}). Try again.`,
      );
    }
  });
}
