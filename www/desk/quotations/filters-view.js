/** The fields by which quotations are chosen. */

import { element } from "../../dom.js";
import { QUOTE_MEDIA, QUOTE_TYPES } from "../../generated/tables.js";

/** In a narrow window the fields would leave no room for the table. */
const WIDE = "(min-width: 45rem)";

/**
 * @param {() => void} changed
 */
export function filtersView(changed) {
  const speaker = field("Speaker", "search");
  const cue = field("Cue", "search");
  const from = field("From", "date");
  const to = field("To", "date");
  const type = choice("Type", "Every type", QUOTE_TYPES);
  const medium = choice("Medium", "Every medium", QUOTE_MEDIA);
  const fields = [speaker, cue, from, to, type, medium];
  const summary = element("summary", "", "Filters");
  const root = element(
    "details",
    "filters-box",
    summary,
    element("div", "desk-filters", ...fields.map(({ label }) => label)),
  );
  root.open = matchMedia(WIDE).matches;
  for (const { control } of fields) control.addEventListener("input", changed);
  return {
    root,
    values: () => ({
      speaker: speaker.control.value,
      cue: cue.control.value,
      from: from.control.value,
      to: to.control.value,
      type: type.control.value,
      medium: medium.control.value,
    }),
    /** @param {string} name */
    showSpeaker(name) {
      root.open = true;
      speaker.control.value = name;
      changed();
      speaker.control.focus();
    },
  };
}

/** @param {string} name @param {"search"|"date"} type */
function field(name, type) {
  const control = element("input");
  control.type = type;
  control.autocomplete = "off";
  return { control, label: element("label", "", `${name} `, control) };
}

/** @param {string} name @param {string} every @param {readonly {id: string, label: string}[]} options */
function choice(name, every, options) {
  const control = element("select");
  control.append(new Option(every, ""), ...options.map(({ id, label }) => new Option(label, id)));
  return { control, label: element("label", "", `${name} `, control) };
}
