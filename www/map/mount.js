/**
 * The map: a dialog with the places of the article on an outline of the world, and beside it the same as a list, in which
 * a link can be corrected or removed.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/types.js").Entity} Entity
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("../../npm/document.js").PlaceValue} PlaceValue
 */

import { pngFile, svgFile } from "../desk/pictures/shapes.js";
import { loadCorrections } from "../document/corrections/corrector.js";
import { articleTitle } from "../document/title.js";
import { button, element } from "../dom.js";
import { download } from "../export/download.js";
import { shownFile } from "../export/file.js";
import { mountDialog } from "../page/dialog.js";
import { printDialog } from "../page/print-dialog.js";
import { linkPlaces, placesNamed } from "../places/resolver.js";
import { correct } from "../state/corrections.js";
import { createChart } from "./chart.js";
import { placeRow, unlinkedRow } from "./list.js";
import { mappedPlaces, unmappedPlaces } from "./places.js";

/**
 * @param {Store} store
 * @param {(range: Range, target: Target|null) => void} jump
 * @param {import("../export/client.js").Exporter} exporter
 * @returns {() => void} opens it
 */
export function mountMap(store, jump, exporter) {
  const status = element("p", "map-status");
  status.role = "status";
  const list = element("ul", "map-list");
  list.role = "list";
  const rest = element("ul", "map-list");
  rest.role = "list";
  const restHeading = element("h3", "", "Not on the map");
  const chart = createChart((index) => /** @type {HTMLElement|undefined} */ (list.children[index])?.focus());
  const saving = element(
    "div",
    "actions",
    ...[
      button("", "Save as SVG", () => save("svg", "image/svg+xml", encoded(svgFile(chart.picture())))),
      button("", "Save as PNG", async () => save("png", "image/png", await pngFile(chart.picture()))),
      button("", "Save as GeoJSON", () => saveAs("geojson")),
      button("", "Save as CSV", () => saveAs("csv-entities")),
      button("", "Print", () => printDialog(dialog)),
    ],
  );
  const close = button("primary", "Close", () => dialog.close());
  close.id = "map-close";
  saving.append(close);
  const heading = element("h2", "", "Map");
  heading.id = "map-label";
  heading.tabIndex = -1;
  const lists = element("div", "map-lists", list, restHeading, rest);
  const credit = element("p", "map-credit", "Places: GeoNames, CC BY 4.0. Outline: Natural Earth.");
  const body = element("div", "map-body", element("div", "", chart.root, credit), lists);
  const dialog = element("dialog", "dialog map", heading, status, body, saving);
  dialog.id = "map";
  dialog.setAttribute("aria-labelledby", "map-label");
  document.body.append(dialog);

  store.subscribe((state, before) => {
    if (dialog.open && state.document !== before.document) show();
  });

  async function prepare() {
    chart.reset();
    show("Looking for the places …");
    try {
      await Promise.all([linkPlaces(store), loadCorrections()]);
      show();
      chart.fit();
    } catch {
      show("The part of Newsmark that knows places could not be loaded. Check the connection, and open the map again.");
    }
  }

  /** @param {string} [message] */
  function show(message) {
    const { document } = store.get();
    const places = document ? mappedPlaces(document) : [];
    const unlinked = document ? unmappedPlaces(document) : [];
    status.textContent = message ?? (places.length === 0 ? "The article names no place that is on the map." : "");
    status.hidden = status.textContent === "";
    list.replaceChildren(...places.map((place) => placeRow(place, actions)));
    rest.replaceChildren(...unlinked.map((entity) => unlinkedRow(entity, actions)));
    restHeading.hidden = rest.hidden = unlinked.length === 0 || message !== undefined;
    chart.show(places);
  }

  const actions = {
    /** @param {Entity} entity */
    go({ start, end }) {
      dialog.close();
      jump([start, end], null);
    },

    placesNamed,

    /**
     * Links all mentions to another place, or to none.
     * @param {Entity[]} mentions
     * @param {PlaceValue|null} value
     */
    link(mentions, value) {
      const words = new Map(mentions.map((mention) => [`${mention.type} ${mention.text}`, mention]));
      for (const { start, end } of words.values())
        store.update(correct({ do: "value", at: [start, end], value, everywhere: true }));
      status.hidden = false;
      status.textContent = value === null ? "The link is removed. Undo takes it back." : "The link is changed.";
    },
  };

  /** @param {string} format */
  async function saveAs(format) {
    const state = store.get();
    if (state.document) download(await exporter.exportAs(format, shownFile(state)));
  }

  /** @type {(extension: string, type: string, bytes: Uint8Array<ArrayBuffer>) => void} */
  function save(extension, type, bytes) {
    const { metadata, text } = store.get();
    download({ name: `${articleTitle(metadata, text)}.map.${extension}`, type, bytes });
  }

  return mountDialog("map", prepare);
}

/** @param {string} text */
const encoded = (text) => new TextEncoder().encode(text);
