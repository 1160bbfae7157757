/**
 * A field with a list that is filtered while one types (a combobox as described in the ARIA Authoring Practices).
 * Choosing applies at once, and undo takes it back.
 *
 * @typedef {{value: string, text: string}} Option
 * @typedef {{label: string, options: Option[]}} Group a group without a label contributes its options directly
 */

import { foldForSearch } from "../document/groups.js";
import { element } from "../dom.js";
import { row } from "./controls.js";

let isPointerDown = false;
for (const type of ["pointerdown", "pointerup", "pointercancel"])
  globalThis.addEventListener?.(type, () => (isPointerDown = type === "pointerdown"), true);

/**
 * @param {Object} settings
 * @param {string} settings.key
 * @param {string} settings.label
 * @param {Group[]} settings.groups
 * @param {string} settings.value the text of what is chosen now
 * @param {(value: string) => void} settings.choose
 * @param {(name: string) => void} [settings.chooseTyped] called with a name that is not in the list
 */
export function picker({ key, label, groups, value, choose, chooseTyped }) {
  const input = element("input");
  Object.assign(input, {
    type: "text",
    role: "combobox",
    autocomplete: "off",
    dir: "auto",
    value,
    defaultValue: value,
  });
  input.dataset.key = key;
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "false";
  input.setAttribute("aria-controls", `${key}-list`);
  const list = element("div", "options");
  Object.assign(list, { id: `${key}-list`, role: "listbox", ariaLabel: label, hidden: true });
  /** @type {{element: HTMLElement, act: () => void}[]} */
  let options = [];
  let active = -1;

  /** @param {string} query */
  function draw(query) {
    const words = foldForSearch(query);
    const typed = query.trim();
    options = [];
    const matching = groups.map(({ label, options }) => ({
      label,
      options: options.filter(({ text }) => foldForSearch(text).includes(words)),
    }));
    list.replaceChildren(...matching.filter(({ options }) => options.length > 0).map(group));
    if (chooseTyped) {
      const text = typed === "" ? "Somebody not named here: type the name" : `${typed} (not named here)`;
      list.append(option(text, () => (typed === "" ? input.focus() : chooseTyped(typed))));
    }
    activate(words === "" ? options.findIndex(({ element }) => element.textContent === value) : 0);
  }

  /** @param {Group} group */
  function group({ label, options }) {
    const made = element("div", "", ...options.map(({ value, text }) => option(text, () => choose(value))));
    if (label === "") return made;
    made.role = "group";
    made.ariaLabel = label;
    const heading = element("div", "options-label", label);
    heading.ariaHidden = "true";
    made.prepend(heading);
    return made;
  }

  /** @param {string} text @param {() => void} act */
  function option(text, act) {
    const made = element("div", "option", text);
    Object.assign(made, { role: "option", id: `${key}-option-${options.length}`, dir: "auto", ariaSelected: "false" });
    made.addEventListener("click", act);
    options.push({ element: made, act });
    return made;
  }

  /** @param {number} index */
  function activate(index) {
    active = index;
    for (const [i, { element }] of options.entries()) element.ariaSelected = String(i === index);
    const now = options[index]?.element;
    if (now) input.setAttribute("aria-activedescendant", now.id);
    else input.removeAttribute("aria-activedescendant");
    now?.scrollIntoView({ block: "nearest" });
  }

  /** @param {boolean} open */
  function show(open) {
    list.hidden = !open;
    input.ariaExpanded = String(open);
    if (open) draw("");
    else input.value = value;
  }

  input.addEventListener("focus", () => {
    input.select();
    // WebKit would undo that when the button is released that gave the focus.
    if (isPointerDown) input.addEventListener("mouseup", (event) => event.preventDefault(), { once: true });
  });
  input.addEventListener("click", () => list.hidden && show(true));
  input.addEventListener("blur", () => {
    // Closing the list would move a button from under the pointer that presses it.
    if (isPointerDown) addEventListener("pointerup", () => setTimeout(() => show(false)), { once: true });
    else show(false);
  });
  input.addEventListener("input", () => {
    if (list.hidden) show(true);
    draw(input.value);
  });
  // The field keeps the focus.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) return show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      activate((Math.max(active, step < 0 ? 0 : -1) + step + options.length) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (list.hidden) show(true);
      else options[active]?.act();
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      show(false);
    }
  });
  return row(label, element("label", "caption", label, input), list);
}
