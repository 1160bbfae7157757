/**
 * The controls of the popover. Each has a key by which it gets the focus back when the popover is rendered again.
 *
 * @typedef {import("../document/types.js").EntityType} EntityType
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Chain} Chain
 * @typedef {import("../shortcuts.js").Command} Command
 */

import { FAMILIES, familyOf, typeLabel } from "../document/families.js";
import { chainLabel } from "../document/speakers.js";
import { button, element } from "../dom.js";
import { ariaKey, displayed, keyOf } from "../shortcuts.js";

/** What the families are called in the singular. @type {Partial<Record<import("../document/families.js").FamilyId, string>>} */
const KIND_OF = { place: "place", thing: "thing or event", time: "time", number: "number" };

/**
 * @param {string} key
 * @param {string} label
 * @param {() => void} onClick
 * @param {Command} [command] whose shortcut is shown
 */
export function control(key, label, onClick, command) {
  const made = button("control", label, onClick);
  made.dataset.key = key;
  if (command) {
    const hint = element("kbd", "", displayed(keyOf(command)));
    hint.ariaHidden = "true";
    made.append(hint);
    made.ariaKeyShortcuts = ariaKey(keyOf(command));
  }
  return made;
}

/**
 * @param {string} label
 * @param {(HTMLElement|string)[]} content
 */
export function row(label, ...content) {
  const made = element("div", "controls", ...content);
  made.role = "group";
  made.ariaLabel = label;
  return made;
}

/**
 * A button for each family, and for each type of the current family.
 * @param {EntityType|null} type the current type
 * @param {(type: EntityType) => void} choose
 */
export function typeControls(type, choose) {
  const now = type && familyOf(type);
  const families = FAMILIES.map((family) => {
    const made = control(family.id, "", () => choose(nextType(type, family.types)), family.id);
    made.prepend(element("span", `sample ${family.id}`, family.short));
    made.ariaPressed = String(family === now);
    return made;
  });
  const rows = [row("Type", ...families)];
  if (type && now && now.types.length > 1) {
    rows.push(
      row(
        `Kind of ${KIND_OF[now.id] ?? now.short.toLowerCase()}`,
        ...now.types.map((one) => {
          const made = control(one, typeLabel(one), () => choose(one));
          made.ariaPressed = String(one === type);
          return made;
        }),
      ),
    );
  }
  return rows;
}

/**
 * The first type of a family or, if the current type is in that family, the next type.
 * @param {EntityType|null} type
 * @param {EntityType[]} types
 * @returns {EntityType}
 */
export const nextType = (type, types) => types[((type ? types.indexOf(type) : -1) + 1) % types.length];

/**
 * @param {string} of what the extent belongs to
 * @param {(step: import("./extent.js").Step) => void} step
 * @param {boolean} [hasKeys] whether the keys do the same as the buttons
 */
export function extentControls(of, step, hasKeys = true) {
  /** @type {(kind: import("./extent.js").Step, sign: string, name: string) => HTMLElement} */
  const one = (kind, sign, name) =>
    named(
      control(`${of}-${kind}`, sign, () => step(kind)),
      name,
      hasKeys ? keyOf(kind) : "",
    );
  return row(
    "Extent",
    element("span", "caption", "Start"),
    one("widenStart", "+", "One more word at the start"),
    one("narrowStart", "−", "One word fewer at the start"),
    element("span", "caption", "End"),
    one("narrowEnd", "−", "One word fewer at the end"),
    one("widenEnd", "+", "One more word at the end"),
  );
}

/**
 * @param {HTMLElement} control
 * @param {string} name
 * @param {string} shortcut
 */
function named(control, name, shortcut) {
  control.ariaLabel = name;
  if (shortcut) control.ariaKeyShortcuts = shortcut;
  control.title = shortcut ? `${name} (${shortcut})` : name;
  return control;
}

/**
 * @param {string} key
 * @param {string} label
 * @param {string} value
 * @param {string} verb
 * @param {(value: string) => void} choose
 * @param {boolean} [isOptional] whether the field may be empty
 */
export function entry(key, label, value, verb, choose, isOptional = false) {
  const input = element("input");
  input.type = "text";
  input.dataset.key = key;
  input.value = value;
  input.autocomplete = "off";
  input.dir = "auto";
  const done = () => (isOptional || input.value.trim() !== "") && choose(input.value.trim());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) done();
  });
  return row(label, element("label", "caption", label, input), control(`${key}-do`, verb, done));
}

/**
 * The chains that can be chosen, grouped by family.
 * @param {NewsDocument} document
 * @param {(chain: Chain) => boolean} wanted
 * @param {number} near chains mentioned closest to this offset come first
 */
export function chainGroups({ chains }, wanted, near) {
  /** @param {Chain} chain */
  const distance = ({ mentions }) => Math.min(...mentions.map((m) => Math.abs(m.start - near)));
  const all = chains.filter(wanted).map((chain) => ({ chain, distance: distance(chain) }));
  all.sort((a, b) => a.distance - b.distance);
  return FAMILIES.map((family) => ({
    label: family.label,
    options: all
      .filter(({ chain }) => familyOf(chain.type) === family)
      .map(({ chain }) => ({ value: String(chain.id), text: chainLabel(chain) })),
  }));
}
