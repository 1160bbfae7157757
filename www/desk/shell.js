/**
 * The frame of the desk: the name of the collection, the tabs, and room for the one that is open. A tab is mounted when
 * it is first opened, and stays, so that it is as it was when the reader comes back.
 *
 * @typedef {import("./types.js").Desk} Desk
 * @typedef {import("./types.js").Tab} Tab
 */

import { element } from "../dom.js";
import { TABS } from "./tabs.js";

/**
 * @param {HTMLElement} root an empty element
 * @param {Desk} desk
 * @param {(tab: string) => void} opened called when the reader has chosen a tab
 */
export function mountShell(root, desk, opened) {
  const head = element("header", "desk-head", element("h2", "desk-name", desk.collection.name));
  const list = element("div", "tabs desk-tabs");
  list.role = "tablist";
  list.ariaLabel = "Views of the collection";
  root.append(head, list);

  const tabs = TABS.map(({ id, label, mount }) => {
    const chooser = element("button", "", label);
    chooser.type = "button";
    chooser.role = "tab";
    chooser.id = `desk-tab-${id}`;
    chooser.setAttribute("aria-controls", `desk-${id}`);
    chooser.addEventListener("click", () => {
      open(id);
      opened(id);
    });
    const panel = element("div", "desk-panel");
    panel.id = `desk-${id}`;
    panel.role = "tabpanel";
    panel.setAttribute("aria-labelledby", chooser.id);
    list.append(chooser);
    root.append(panel);
    return { id, mount, chooser, panel, tab: /** @type {Tab|null} */ (null) };
  });
  list.addEventListener("keydown", ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const at = tabs.findIndex(({ chooser }) => chooser === document.activeElement);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    next.chooser.click();
    next.chooser.focus();
  });

  /** @param {string|undefined} wanted the first one if there is none of this name */
  function open(wanted) {
    const chosen = tabs.find(({ id }) => id === wanted) ?? tabs[0];
    for (const one of tabs) {
      const isChosen = one === chosen;
      one.chooser.ariaSelected = String(isChosen);
      one.chooser.tabIndex = isChosen ? 0 : -1;
      one.panel.hidden = !isChosen;
    }
    if (chosen.tab) chosen.tab.update();
    else chosen.tab = chosen.mount(chosen.panel, desk);
  }

  return {
    head,
    open,
    /** @param {string} name */
    rename(name) {
      /** @type {HTMLElement} */ (head.firstElementChild).textContent = name;
    },
    close() {
      for (const { tab } of tabs) tab?.close();
      root.replaceChildren();
    },
  };
}
