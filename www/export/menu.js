/** The export menu: a menu button as described in the ARIA Authoring Practices. */

import { element, part } from "../dom.js";
import { GROUPS } from "../generated/formats.js";

/** @param {(format: import("../generated/formats.js").Format) => void} choose */
export function mountMenu(choose) {
  const opener = part("export");
  const menu = part("export-menu");
  menu.append(...GROUPS.map(group));
  const items = /** @type {HTMLElement[]} */ ([...menu.querySelectorAll("[role=menuitem]")]);

  /** @param {typeof GROUPS[number]} group */
  function group({ label, formats }) {
    const made = element("div", "export-group", element("div", "export-heading", label), ...formats.map(item));
    made.role = "group";
    made.ariaLabel = label;
    return made;
  }

  /** @param {import("../generated/formats.js").Format} format */
  function item(format) {
    const made = element(
      "div",
      "export-item",
      element("span", "export-label", format.label),
      " ",
      element("span", "export-about", format.about),
    );
    made.role = "menuitem";
    made.tabIndex = -1;
    made.dataset.format = format.id;
    made.addEventListener("click", () => {
      close();
      choose(format);
    });
    return made;
  }

  /** @param {number} at wraps around */
  const focus = (at) => items[(at + items.length) % items.length].focus();
  const here = () => items.indexOf(/** @type {HTMLElement} */ (document.activeElement));

  /** @param {number} at the item to focus */
  function open(at) {
    menu.hidden = false;
    opener.ariaExpanded = "true";
    focus(at);
  }

  function close() {
    if (menu.hidden) return;
    // Hiding the focused element would lose the focus.
    if (menu.contains(document.activeElement)) opener.focus();
    menu.hidden = true;
    opener.ariaExpanded = "false";
  }

  opener.addEventListener("click", () => (menu.hidden ? open(0) : close()));
  opener.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowDown" ? 0 : -1);
  });
  menu.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => focus(here() + 1),
      ArrowUp: () => focus(here() - 1),
      Home: () => focus(0),
      End: () => focus(-1),
      Escape: close,
      Tab: close,
      Enter: () => items[here()]?.click(),
      " ": () => items[here()]?.click(),
    };
    const act = keys[event.key] ?? (event.key.length === 1 ? () => focusByLetter(event.key) : null);
    if (!act) return;
    // While the menu is open, the page's own shortcuts are off; Tab moves on from the button.
    event.stopPropagation();
    if (event.key !== "Tab") event.preventDefault();
    act();
  });
  addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !opener.contains(target)) close();
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget) && relatedTarget !== opener) close();
  });

  /** Focuses the next item that starts with a letter. @param {string} letter */
  function focusByLetter(letter) {
    const from = here() + 1;
    const next = [...items.slice(from), ...items.slice(0, from)].find((item) =>
      item.textContent?.toLowerCase().startsWith(letter.toLowerCase()),
    );
    next?.focus();
  }
}
