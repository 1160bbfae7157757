/**
 * The style in which quotations are copied.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 */

import { FIELDS, STYLES } from "../document/citation.js";
import { part } from "../dom.js";
import { citeAs } from "../state/preferences.js";

/** @param {Store} store */
export function mountCiting(store) {
  const style = /** @type {HTMLSelectElement} */ (part("citing-style"));
  const pattern = /** @type {HTMLInputElement} */ (part("citing-pattern"));
  style.append(...STYLES.map(({ id, label }) => new Option(label, id)));
  part("citing-fields").textContent =
    `${FIELDS.map((field) => `{${field}}`).join(" ")}. What is in [ ] is left out if a word in it is not known.`;
  const changed = () => store.update(citeAs(/** @type {State["citing"]} */ (style.value), pattern.value));
  style.addEventListener("change", changed);
  pattern.addEventListener("change", changed);

  /** @param {State} state */
  function show({ citing, ownPattern }) {
    style.value = citing;
    pattern.value = ownPattern;
    for (const id of ["citing-pattern", "citing-fields"]) part(id).hidden = citing !== "own";
  }
  show(store.get());
  store.subscribe((state, before) => {
    if (state.citing !== before.citing || state.ownPattern !== before.ownPattern) show(state);
  });
}
