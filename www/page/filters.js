/**
 * The row of filters above the article. It is also the legend: each switch has the line and the colour of its
 * highlights.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/shown.js").Kind} Kind
 */

import { FAMILIES, familyOf } from "../document/families.js";
import { confidenceLevel, formatNumber, plural } from "../document/words.js";
import { button, element, part } from "../dom.js";
import { CONFIDENCE_LEVELS, QUOTE_MEDIA, QUOTE_TYPES } from "../generated/tables.js";
import { toggle, toggleLabels, togglePlain } from "../state/preferences.js";

/** On narrow screens the filters are collapsed into one line. */
export function foldFilters() {
  const box = /** @type {HTMLDetailsElement} */ (part("shown"));
  const narrow = matchMedia("(max-width: 40rem)");
  const fold = () => (box.open = !narrow.matches);
  narrow.addEventListener("change", fold);
  fold();
}

/**
 * @param {HTMLElement} root
 * @param {Store} store
 * @param {NewsDocument} document
 */
export function renderFilters(root, store, { entities, quotes }) {
  const families = tally(entities.map(({ type }) => familyOf(type).id));
  const types = tally(quotes.map(({ type }) => type));
  const media = tally(quotes.map(({ medium = "speech" }) => medium));
  const doubts = tally([...entities, ...quotes].map(({ confidence }) => confidenceLevel(confidence)));
  const { hidden, labels, plain } = store.get();

  const names = FAMILIES.map(({ id, label, short }) => filter(id, short, families.get(id), label));
  const said = QUOTE_TYPES.map(({ id, label, about }) => filter(id, label, types.get(id), about));
  const uttered = QUOTE_MEDIA.map(({ id, label, about }) => filter(id, label, media.get(id), about));
  const sure = CONFIDENCE_LEVELS.map(({ id, label, about }) => filter(id, label, doubts.get(id), about));
  const labelling = button("switch", "Labels", () => store.update(toggleLabels));
  labelling.title = "Show the type above each highlight";
  labelling.ariaPressed = String(labels);
  labelling.dataset.view = "labels";
  const reading = button("switch", "Plain text", () => store.update(togglePlain));
  reading.title = "Show the article without highlights";
  reading.ariaPressed = String(plain);
  reading.dataset.view = "plain";
  const focused = /** @type {HTMLElement|null} */ (globalThis.document.activeElement?.closest("[data-filter]") ?? null)
    ?.dataset.filter;
  root.replaceChildren(
    ...[group("Names", names), group("Quotations", said), group("Medium", uttered), group("Confidence", sure)].filter(
      (one) => one !== null,
    ),
    element("div", "filter-group", labelling, reading),
  );
  if (focused) /** @type {HTMLElement|null} */ (root.querySelector(`[data-filter="${focused}"]`))?.focus();

  /** @param {Kind} id @param {string} label @param {number|undefined} found @param {string} title */
  function filter(id, label, found, title) {
    if (!found) return null;
    const made = button(`switch ${id}`, "", () => store.update(toggle(id)));
    made.append(element("span", `sample ${id}`, label), element("span", "count", formatNumber(found)));
    made.title = `${title}: ${plural(found, "highlight")}`;
    made.dataset.filter = id;
    made.ariaPressed = String(!hidden.has(id));
    return made;
  }
}

/** @template T @param {T[]} all */
function tally(all) {
  /** @type {Map<T, number>} */
  const counts = new Map();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/**
 * @param {string} label
 * @param {(HTMLElement|null)[]} switches
 */
function group(label, switches) {
  const made = switches.filter((one) => one !== null);
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
export function updateFilters(root, { hidden, labels, plain }) {
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-filter]"))) {
    one.ariaPressed = String(!hidden.has(/** @type {Kind} */ (one.dataset.filter)));
  }
  for (const [name, isOn] of Object.entries({ labels, plain })) {
    const one = root.querySelector(`[data-view=${name}]`);
    if (one) one.ariaPressed = String(isOn);
  }
}
