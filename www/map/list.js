/**
 * The rows of the list beside the map.
 *
 * @typedef {import("../document/types.js").Entity} Entity
 * @typedef {import("../../npm/document.js").PlaceValue} PlaceValue
 * @typedef {import("./places.js").MappedPlace} MappedPlace
 *
 * @typedef {Object} Actions
 * @property {(entity: Entity) => void} go shows a mention in the article
 * @property {(name: string) => Promise<PlaceValue[]>} placesNamed
 * @property {(mentions: Entity[], value: PlaceValue|null) => void} link
 */

import { placeText } from "../document/value.js";
import { plural } from "../document/words.js";
import { button, element } from "../dom.js";

/** @type {(place: MappedPlace, actions: Actions) => HTMLElement} */
export function placeRow({ value, mentions }, actions) {
  const words = placeText(value);
  const name = button("map-place", words, () => actions.go(mentions[0]));
  name.append(element("span", "map-count", plural(mentions.length, "mention")));
  const remove = button("", "Remove", () => actions.link(mentions, null));
  remove.ariaLabel = `Remove the link to ${words}`;
  return focusable(element("li", "", name, chooser(mentions, value, actions), remove));
}

/** @type {(entity: Entity, actions: Actions) => HTMLElement} */
export function unlinkedRow(entity, actions) {
  const name = button("map-place", entity.text, () => actions.go(entity));
  return focusable(element("li", "", name, chooser([entity], null, actions)));
}

/** A list of the places that have the same name, filled when it is first opened. @type {(mentions: Entity[], value: PlaceValue|null, actions: Actions) => HTMLElement} */
function chooser(mentions, value, actions) {
  const words = mentions[0].text;
  const select = element("select");
  select.ariaLabel = `Which place is ${words}?`;
  const first = element("option", "", value ? "Another place …" : "Link to …");
  first.value = "";
  select.append(first);
  /** @type {PlaceValue[]} */
  let places = [];
  let isFilled = false;
  async function fill() {
    if (isFilled) return;
    isFilled = true;
    try {
      places = (await actions.placesNamed(words)).filter(({ geonames }) => geonames !== value?.geonames);
    } catch {
      isFilled = false;
      return;
    }
    const options = places.map((place, index) => {
      const option = element("option", "", placeText(place));
      option.value = String(index);
      return option;
    });
    if (options.length === 0) first.textContent = "No other place of this name";
    select.append(...options);
  }
  for (const event of ["pointerdown", "focus"]) select.addEventListener(event, fill);
  select.addEventListener("change", () => select.value !== "" && actions.link(mentions, places[Number(select.value)]));
  return select;
}

/** @param {HTMLElement} row */
function focusable(row) {
  row.tabIndex = -1;
  return row;
}
