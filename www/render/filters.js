/**
 * The row above the article: what is shown. It is the legend as well, since each switch carries the
 * line and the colour of its marks.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 */

import { FAMILIES, familyOf } from "../document/families.js";
import { toggle, toggleLabels } from "../state/updates.js";
import { button, element } from "./dom.js";

const QUOTES = /** @type {const} */ ([
  { id: "direct", label: "Direct" },
  { id: "mixed", label: "Mixed" },
  { id: "indirect", label: "Indirect" },
]);

/**
 * @param {HTMLElement} root
 * @param {Store} store
 * @param {NewsDocument} document
 */
export function renderFilters(root, store, document) {
  const names = FAMILIES.map(({ id, label, short }) => {
    const found = document.entities.filter((entity) => familyOf(entity.type).id === id).length;
    return found ? filter(id, short, found, label) : "";
  });
  const quotes = QUOTES.map(({ id, label }) => {
    const found = document.quotes.filter((quote) => quote.type === id).length;
    return found ? filter(id, label, found) : "";
  });
  const labels = button("switch", "Labels", () => store.update(toggleLabels));
  labels.ariaPressed = String(store.get().labels);
  const parts = [group("Names", names), group("Quotations", quotes)].filter((part) => part !== null);
  root.replaceChildren(...parts, element("div", "filter-group", labels));

  /** @param {typeof FAMILIES[number]["id"] | typeof QUOTES[number]["id"]} id @param {string} label @param {number} found @param {string} [title] */
  function filter(id, label, found, title = `${label} quotations`) {
    const made = button(`switch ${id}`, "", () => store.update(toggle(id)));
    made.append(element("span", `sample ${id}`, label), element("span", "count", String(found)));
    made.title = title;
    made.dataset.filter = id;
    made.ariaPressed = String(!store.get().hidden.has(id));
    return made;
  }
}

/**
 * @param {string} label
 * @param {(HTMLElement|string)[]} switches
 */
function group(label, switches) {
  const made = switches.filter((one) => one !== "");
  if (made.length === 0) return null;
  const box = element("div", "filter-group", element("span", "filter-label", label), ...made);
  box.role = "group";
  box.ariaLabel = label;
  return box;
}

/**
 * @param {HTMLElement} root
 * @param {import("../state/store.js").State} state
 */
export function updateFilters(root, { hidden, labels }) {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-filter]"))) {
    one.ariaPressed = String(!hidden.has(/** @type {never} */ (one.dataset.filter)));
  }
  const last = root.querySelector(".switch:not([data-filter])");
  if (last) last.ariaPressed = String(labels);
}
