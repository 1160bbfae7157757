/**
 * What a key press does to the selected words or to a highlight.
 *
 * @typedef {import("./controller.js").Controller} Controller
 * @typedef {import("./controller.js").Anchor} Anchor
 * @typedef {import("../document/types.js").Range} Span
 */

import { isDoubtful } from "../document/doubtful.js";
import { FAMILIES } from "../document/families.js";
import { extentOf } from "../document/ranges.js";
import { commandFor } from "../shortcuts.js";
import { nextType } from "./controls.js";

/**
 * @param {Controller} controller
 * @param {KeyboardEvent} event
 * @param {Anchor|null} anchor
 * @param {boolean} letters whether single-key shortcuts are enabled
 * @returns {boolean} whether the key press was handled
 */
export function handleKey(controller, event, anchor, letters) {
  const pressed = anchor && commandFor(event);
  if (!pressed || (pressed.isSingleKey && !letters)) return false;
  const { command, everywhere } = pressed;
  const { actions } = controller;
  const { entity, chain, quote } = controller.subjectOf(anchor);
  /** @type {Span|null} */
  const range = "range" in anchor ? anchor.range : entity && [entity.start, entity.end];

  switch (command) {
    case "open":
      return enterPopover();
    case "everywhere":
      controller.popover.box.querySelector("input[type=checkbox]")?.dispatchEvent(new MouseEvent("click"));
      return controller.popover.open;
    case "quote":
      if ("range" in anchor) actions.quote(anchor.range);
      return "range" in anchor;
    case "speaker":
      return quote !== null && enterPopover("speaker");
    case "name":
      return chain !== null && enterPopover("name");
    case "remove":
      if (entity) actions.unmark([entity.start, entity.end], everywhere);
      else if (quote) actions.unquote(extentOf(quote));
      return entity !== null || quote !== null;
    case "accept":
      if (entity && isDoubtful(entity)) actions.accept([entity.start, entity.end]);
      else if (quote && isDoubtful(quote)) actions.accept(extentOf(quote));
      else return false;
      return true;
    case "note":
      return (entity !== null || quote !== null) && enterPopover(entity ? "note" : "quote-note");
    case "widenStart":
    case "widenEnd":
    case "narrowStart":
    case "narrowEnd":
      if (entity) actions.resize(entity, command, false);
      else if (quote) actions.resizeQuote(quote, command);
      return entity !== null || quote !== null;
    default: {
      const family = FAMILIES.find(({ id }) => id === command);
      if (!family || !range) return false;
      actions.mark(range, nextType(entity?.type ?? null, family.types), everywhere);
      return true;
    }
  }

  /** @param {string} [control] */
  function enterPopover(control) {
    if (!anchor) return false;
    controller.open(anchor);
    if (control === "name" || control?.endsWith("note"))
      for (const details of controller.popover.box.querySelectorAll("details")) details.open = true;
    controller.popover.enter(control);
    // Its list opens.
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.role === "combobox")
      document.activeElement.click();
    return true;
  }
}
