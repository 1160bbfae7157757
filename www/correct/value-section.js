/**
 * The part of the popover that corrects what a date, an amount or a place stands for.
 *
 * @typedef {import("../document/types.js").Entity} Entity
 * @typedef {import("../../npm/document.js").EntityValue} EntityValue
 * @typedef {import("../../npm/document.js").PlaceValue} PlaceValue
 * @typedef {(value: EntityValue|null) => void} Choose
 */

import { placeText, valueWords } from "../document/value.js";
import { element } from "../dom.js";
import { isPlaceType, placesNamed } from "../places/resolver.js";
import { control, row } from "./controls.js";
import { picker } from "./picker.js";

const AMOUNTS = new Set(["MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"]);

/** @type {(entity: Entity, choose: Choose) => HTMLElement[]} */
export function valueSection(entity, choose) {
  const { type, value } = entity;
  const controls = isPlaceType(type)
    ? placeControls(entity, choose)
    : type === "DATE"
      ? dateControls(value, choose)
      : AMOUNTS.has(type)
        ? amountControls(value, choose)
        : [];
  if (controls.length === 0) return [];
  if (value) {
    const removal = control("no-value", `Not ${valueWords(value) || "this"}`, () => choose(null));
    controls.push(row("Remove", removal));
  }
  return [element("details", "who", element("summary", "", "What does it stand for?"), ...controls)];
}

/** The places that have the name, as soon as the table of places is there. @type {(entity: Entity, choose: Choose) => HTMLElement[]} */
function placeControls({ type, text, value }, choose) {
  if (type === "NORP") return [];
  const box = element("div", "", "Looking for places of this name …");
  placesNamed(text).then(
    (places) => box.replaceChildren(...(places.length === 0 ? ["No place of this name is known."] : [list(places)])),
    () => box.replaceChildren("The part of Newsmark that knows places could not be loaded."),
  );
  return [box];

  /** @param {PlaceValue[]} places */
  function list(places) {
    return picker({
      key: "place",
      label: "Place",
      groups: [
        { label: "", options: places.map((place, index) => ({ value: String(index), text: placeText(place) })) },
      ],
      value: value && "geonames" in value ? placeText(value) : "",
      choose: (index) => choose(places[Number(index)]),
    });
  }
}

/** @type {(value: EntityValue|undefined, choose: Choose) => HTMLElement[]} */
function dateControls(value, choose) {
  const input = element("input");
  input.type = "date";
  input.dataset.key = "day";
  input.value = value && "timex" in value && /^\d{4}-\d\d-\d\d$/.test(value.value) ? value.value : "";
  const set = control("day-do", "Set", () => {
    const day = input.value;
    if (day !== "") choose({ timex: "DATE", value: day, anchor: "none", earliest: day, latest: day });
  });
  return [row("Day", element("label", "caption", "Day", input), set)];
}

/** @type {(value: EntityValue|undefined, choose: Choose) => HTMLElement[]} */
function amountControls(value, choose) {
  const before = value && "amount" in value ? value : null;
  const input = element("input");
  input.type = "number";
  input.step = "any";
  input.dataset.key = "amount";
  input.value = before ? String(before.amount) : "";
  const set = control("amount-do", "Set", () => {
    const amount = input.valueAsNumber;
    if (Number.isNaN(amount)) return;
    // What was computed from the old number no longer holds.
    const { high, si, si_unit, ...kept } = before ?? { approx: false };
    choose({ ...kept, amount });
  });
  const unit = before?.currency ?? before?.unit ?? "";
  return [row("Amount", element("label", "caption", unit === "" ? "Amount" : `Amount (${unit})`, input), set)];
}
