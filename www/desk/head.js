/**
 * The head of the desk: the way back, the name of the collection, and buttons to add files and to delete it.
 *
 * @typedef {import("./desk.js").OpenDesk} OpenDesk
 */

import { plural } from "../document/words.js";
import { button, element } from "../dom.js";
import { ask } from "./question.js";

/**
 * @param {OpenDesk} desk
 * @param {(given: File[]) => void} add
 * @param {() => void} remove
 */
export function mountHead(desk, add, remove) {
  const home = element("a", "desk-home", "← Start page");
  home.href = "#";
  const name = element("input", "desk-name");
  name.value = desk.collection.name;
  name.ariaLabel = "Name of the collection";
  name.autocomplete = "off";
  name.addEventListener("change", () => {
    name.value = name.value.trim() || desk.collection.name;
    desk.rename(name.value);
  });
  const files = picker(add);
  files.multiple = true;
  const folder = picker(add);
  folder.webkitdirectory = true;
  /** @type {Promise<ReturnType<typeof import("./export/dialog.js").createExportDialog>>|null} */
  let exporting = null;
  const head = element(
    "header",
    "desk-head",
    home,
    element("h2", "visually-hidden", "Collection"),
    name,
    element(
      "div",
      "actions",
      button("", "Add files", () => files.click()),
      button("", "Add a folder", () => folder.click()),
      button("", "Export", exportAll),
      button("", "Delete", () => askToDelete(desk, remove)),
    ),
    files,
    folder,
  );
  return head;

  /** The exports are loaded when they are first asked for. */
  async function exportAll() {
    exporting ??= import("./export/dialog.js").then(({ createExportDialog }) => {
      const made = createExportDialog(desk.forTabs);
      head.append(made.dialog);
      return made;
    });
    try {
      (await exporting).open();
    } catch {
      exporting = null;
    }
  }
}

/** @param {(given: File[]) => void} add */
function picker(add) {
  const input = element("input");
  input.type = "file";
  input.hidden = true;
  input.addEventListener("change", () => {
    add([...(input.files ?? [])]);
    input.value = "";
  });
  return input;
}

/** @param {OpenDesk} desk @param {() => void} remove */
async function askToDelete({ collection, rows }, remove) {
  const count = plural(rows.counts.all, "article");
  const words = `Delete “${collection.name}” with ${count}, including all corrections? This cannot be undone.`;
  if (await ask(words, "Delete the collection")) remove();
}
