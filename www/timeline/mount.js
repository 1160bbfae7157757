/**
 * The timeline: a dialog with what the article dates, in the order of time. It is loaded and built when it is opened.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("./events.js").DatedStatement} DatedStatement
 */

import { pngFile, svgFile } from "../desk/pictures/shapes.js";
import { articleTitle } from "../document/title.js";
import { button, element, part } from "../dom.js";
import { download } from "../export/download.js";
import { mountDialog } from "../page/dialog.js";
import { printDialog } from "../page/print-dialog.js";
import { metadataChanged } from "../state/updates.js";
import { datedStatements, needsDay, table } from "./events.js";
import { picture } from "./picture.js";

/**
 * @param {Store} store
 * @param {(range: Range, target: Target|null) => void} jump
 * @param {(text: string) => Promise<unknown>} annotate annotates the text again
 * @returns {() => void} opens it
 */
export function mountTimeline(store, jump, annotate) {
  const dialog = /** @type {HTMLDialogElement} */ (part("timeline"));
  const list = part("timeline-list");
  const day = /** @type {HTMLInputElement} */ (part("timeline-day"));
  const saving = part("timeline-saving");

  part("timeline-print").addEventListener("click", () => printDialog(dialog));
  day.addEventListener("change", async () => {
    const { text } = store.get();
    // The browser's own field gives a whole date or nothing.
    if (text === "") return;
    store.update(metadataChanged({ ...store.get().metadata, date: day.value }));
    await annotate(text);
    show();
  });
  part("timeline-save").addEventListener("click", () => save("csv", "text/csv", (all) => encoded(table(all))));
  part("timeline-svg").addEventListener("click", () =>
    save("svg", "image/svg+xml", (all) => encoded(svgFile(picture(all)))),
  );
  part("timeline-png").addEventListener("click", () => save("png", "image/png", (all) => pngFile(picture(all))));

  /**
   * @param {string} extension
   * @param {string} type
   * @param {(all: DatedStatement[]) => Uint8Array<ArrayBuffer>|Promise<Uint8Array<ArrayBuffer>>} write
   */
  async function save(extension, type, write) {
    const { text, metadata, document } = store.get();
    if (!document) return;
    const name = `${articleTitle(metadata, text)}.timeline.${extension}`;
    download({ name, type, bytes: await write(datedStatements(text, document)) });
  }

  function show() {
    const { text, document } = store.get();
    if (!document) return;
    const statements = datedStatements(text, document);
    day.value = store.get().metadata.date ?? "";
    part("timeline-hint").hidden = day.value !== "" || !needsDay(document);
    part("timeline-none").hidden = statements.length > 0;
    saving.hidden = statements.length === 0;
    list.replaceChildren(
      ...statements.map(({ entity, when, sentence }) => {
        const words = button("timeline-sentence", sentence, () => {
          dialog.close();
          jump([entity.start, entity.end], null);
        });
        words.dir = "auto";
        return element("li", "", element("span", "timeline-when", when), words);
      }),
    );
  }

  return mountDialog("timeline", show);
}

/** @param {string} text */
const encoded = (text) => new TextEncoder().encode(text);
