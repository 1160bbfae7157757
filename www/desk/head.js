/**
 * The head of the desk: the way back, the name of the collection, and buttons to add files and to delete it.
 *
 * @typedef {import("./desk.js").OpenDesk} OpenDesk
 */

import { plural } from "../document/words.js";
import { button, element } from "../dom.js";

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
  const question = deleteQuestion(desk, remove);
  return element(
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
      button("", "Delete", question.ask),
    ),
    files,
    folder,
    question.dialog,
  );
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
function deleteQuestion(desk, remove) {
  const words = element("p");
  const dialog = element("dialog", "question");
  const keep = button("primary", "Cancel", () => dialog.close());
  dialog.append(
    words,
    element(
      "div",
      "actions",
      button("", "Delete the collection", () => {
        dialog.close();
        remove();
      }),
      keep,
    ),
  );
  return {
    dialog,
    ask() {
      const { name } = desk.collection;
      const count = plural(desk.rows.counts.all, "article");
      words.textContent = `Delete “${name}” with ${count}, including all corrections? This cannot be undone.`;
      dialog.showModal();
      keep.focus();
    },
  };
}
