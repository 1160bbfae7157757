/**
 * The line above the article with its title, byline, date and source, and the form in which they are edited.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").Metadata} Metadata
 */

import { readMetadata } from "../document/metadata.js";
import { part } from "../dom.js";
import { metadataChanged } from "../state/updates.js";

const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/**
 * @param {Store} store
 * @param {{annotate: (text: string) => Promise<unknown>}} work
 */
export function mountDetails(store, work) {
  const line = part("details-line");
  const form = /** @type {HTMLFormElement} */ (part("details-form"));
  const opener = part("details-edit");
  const fields = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input")]);

  /** @param {boolean} open */
  function show(open) {
    form.hidden = !open;
    opener.ariaExpanded = String(open);
  }

  opener.addEventListener("click", () => {
    show(form.hidden);
    if (!form.hidden) fields[0].focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(false);
    opener.focus();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    show(false);
    opener.focus();
  });
  form.addEventListener("change", () => {
    const { metadata, text } = store.get();
    const given = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    const changed = readMetadata({ ...metadata, ...given });
    store.update(metadataChanged(changed));
    // Days such as "Tuesday" are counted from the date of publication.
    if (changed.date !== metadata.date) work.annotate(text).catch(() => {});
  });

  store.subscribe((state, before) => {
    if (state.article !== before.article) show(false);
    if (state.metadata === before.metadata && state.text === before.text) return;
    const words = detailsLine(state.metadata, state.text);
    line.textContent = words;
    opener.textContent = words === "" ? "Add title, byline and date" : "Edit details";
    for (const field of fields) {
      const value = state.metadata[/** @type {keyof Metadata} */ (field.name)] ?? "";
      if (field.value !== value) field.value = value;
    }
  });
}

/**
 * The title, unless the text begins with it, and the rest.
 * @param {Metadata} metadata
 * @param {string} text
 */
export function detailsLine({ title = "", byline = "", date = "", site = "" }, text) {
  const shownTitle = text.trimStart().startsWith(title) ? "" : title;
  return [shownTitle, byline && `By ${byline}`, site, dateInWords(date)].filter((part) => part !== "").join(" · ");
}

/** @param {string} date */
function dateInWords(date) {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : DATE.format(day);
}
