/**
 * What a key does to selected words or to a mark.
 *
 * @typedef {import("./controller.js").Desk} Desk
 * @typedef {import("./controller.js").Place} Place
 * @typedef {import("../document/types.js").Range} Span
 */

import { FAMILIES } from "../document/families.js";
import { nextType } from "./controls.js";
import { asked } from "./keys.js";
import { extentOf } from "./subject.js";

/**
 * @param {Desk} desk
 * @param {KeyboardEvent} event
 * @param {Place|null} place
 * @param {boolean} letters whether keys act that are a letter or a sign alone
 * @returns {boolean} whether it was for us
 */
export function obey(desk, event, place, letters) {
  const wish = place && asked(event);
  if (!wish || (wish.alone && !letters)) return false;
  const { command, everywhere } = wish;
  const { deeds } = desk;
  const { entity, chain, quote } = desk.subjectOf(place);
  /** @type {Span|null} */
  const range = "range" in place ? place.range : entity && [entity.start, entity.end];

  switch (command) {
    case "open":
      return enter();
    case "everywhere":
      desk.popover.box.querySelector("input[type=checkbox]")?.dispatchEvent(new MouseEvent("click"));
      return desk.popover.open;
    case "quote":
      if ("range" in place) deeds.quote(place.range);
      return "range" in place;
    case "speaker":
      return quote !== null && enter("speaker");
    case "name":
      return chain !== null && enter("name");
    case "remove":
      if (entity) deeds.unmark([entity.start, entity.end], everywhere);
      else if (quote) deeds.unquote(extentOf(quote));
      return entity !== null || quote !== null;
    case "widenStart":
    case "widenEnd":
    case "narrowStart":
    case "narrowEnd":
      if (entity) deeds.resize(entity, command, false);
      else if (quote) deeds.resizeQuote(quote, command);
      return entity !== null || quote !== null;
    default: {
      const family = FAMILIES.find(({ id }) => id === command);
      if (!family || !range) return false;
      deeds.mark(range, nextType(entity?.type ?? null, family.types), everywhere);
      return true;
    }
  }

  /** @param {string} [control] */
  function enter(control) {
    if (!place) return false;
    desk.open(place);
    if (control === "name") for (const details of desk.popover.box.querySelectorAll("details")) details.open = true;
    desk.popover.enter(control);
    return true;
  }
}
