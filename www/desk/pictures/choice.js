import { element } from "../../dom.js";

/**
 * A field to choose from.
 * @param {string} name
 * @param {[string, string][]} options each with its label
 * @param {() => void} changed
 */
export function choice(name, options, changed) {
  const control = element("select");
  control.append(...options.map(([value, label]) => new Option(label, value)));
  control.addEventListener("change", changed);
  return { label: element("label", "", `${name} `, control), value: () => control.value };
}
