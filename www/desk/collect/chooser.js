/**
 * The dialog in which a person says which column of a table is the text, which the title and so on.
 *
 * @typedef {import("./columns.js").Roles} Roles
 * @typedef {{name: string, columns: string[], sample: Record<string, unknown>[]}} Table
 */

import { button, element } from "../../dom.js";
import { articleIn, guessedRoles, ROLES } from "./columns.js";

/** Rows of the preview. */
const PREVIEW = 3;

const NONE = "–";

/**
 * @param {Table} table
 * @returns {Promise<Roles|null>} null if the table is to be left out
 */
export function chooseColumns({ name, columns, sample }) {
  const dialog = element("dialog", "dialog columns");
  const title = element("h2", "", "Which column is what?");
  title.id = "columns-label";
  title.tabIndex = -1;
  dialog.setAttribute("aria-labelledby", title.id);
  const guessed = guessedRoles(columns, sample);

  const selects = ROLES.map(([role, label]) => {
    const select = element("select");
    select.name = role;
    if (role !== "text" || !guessed.text) select.append(new Option(NONE, ""));
    for (const column of columns) select.append(new Option(column, column));
    select.value = guessed[role] ?? "";
    return { role, select, field: element("label", "", `${label} `, select) };
  });
  const preview = element("ol", "columns-preview");
  const add = button("primary", "Add the articles", () => dialog.close("add"));
  const form = element("div", "columns-form", ...selects.map(({ field }) => field));
  dialog.append(
    title,
    element("p", "", `${name} is a table. All other columns are kept beside the articles.`),
    form,
    element("h3", "", "The first articles would be"),
    preview,
    element(
      "div",
      "actions",
      add,
      button("", "Leave this table out", () => dialog.close("")),
    ),
  );

  const roles = () => {
    /** @type {Roles} */
    const chosen = {};
    for (const { role, select } of selects) if (select.value !== "") chosen[role] = select.value;
    return chosen;
  };
  const show = () => {
    const chosen = roles();
    add.disabled = chosen.text === undefined;
    preview.replaceChildren(...sample.slice(0, PREVIEW).map((row) => previewOf(row, chosen)));
  };
  form.addEventListener("change", show);
  show();

  document.body.append(dialog);
  dialog.showModal();
  title.focus(/** @type {FocusOptions} */ ({ focusVisible: false }));
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "add" ? roles() : null);
    });
  });
}

/** @param {Record<string, unknown>} row @param {Roles} roles */
function previewOf(row, roles) {
  const { text, metadata } = articleIn(row, roles);
  const facts = [metadata.date, metadata.site, metadata.byline].filter(Boolean).join(" · ");
  return element(
    "li",
    "",
    element("strong", "", metadata.title ?? "No title"),
    element("span", "columns-facts", facts),
    element("span", "columns-text", text === "" ? "No text" : text.slice(0, 160)),
  );
}
