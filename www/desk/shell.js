/**
 * The frame of the desk: the name of the collection and what can be done with it, how far it is, the tabs, and room for the
 * one that is open. A tab is mounted when it is first opened, and stays, so that it is as it was when the reader comes back.
 *
 * @typedef {import("./desk.js").OpenDesk} OpenDesk
 * @typedef {import("./types.js").Tab} Tab
 */

import { element } from "../dom.js";
import { addressOf } from "./address.js";
import { mountHead } from "./head.js";
import { mountProgress } from "./run/progress.js";
import { TABS } from "./tabs.js";

/**
 * @param {HTMLElement} root an empty element
 * @param {OpenDesk} desk
 * @param {ReturnType<typeof import("./collect/mount.js").mountCollecting>} collecting
 * @param {Object} told
 * @param {(tab: string) => void} told.chosen called when the reader has chosen a tab
 * @param {() => void} told.remove called when the reader wants to delete the collection
 */
export function mountShell(root, desk, collecting, { chosen, remove }) {
  const progress = mountProgress(desk);
  const list = element("div", "tabs desk-tabs");
  list.role = "tablist";
  list.ariaLabel = "Views of the collection";
  root.append(mountHead(desk, collecting.begin, remove), progress.root, collecting.root, list);
  progress.draw();
  const unwatch = desk.watch(progress.draw);

  const tabs = TABS.map(({ id, label, mount }) => {
    const chooser = element("button", "", label);
    chooser.type = "button";
    chooser.role = "tab";
    chooser.id = `desk-tab-${id}`;
    chooser.setAttribute("aria-controls", `desk-${id}`);
    chooser.addEventListener("click", () => {
      open(id);
      chosen(id);
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

  return {
    /** @param {string|undefined} wanted the first tab if there is none of this name */
    open,
    /**
     * Reading goes on at the article that was open, or else at the tab.
     * @param {number|null} article
     */
    focus(article) {
      const link = article === null ? null : addressOf({ collection: desk.collection.id, article });
      const target = root.querySelector(`a[href="${link}"]`) ?? list.querySelector("[aria-selected=true]");
      if (target instanceof HTMLElement)
        target.focus(/** @type {FocusOptions} */ ({ preventScroll: true, focusVisible: article !== null }));
    },
    close() {
      unwatch();
      for (const { tab } of tabs) tab?.close();
      root.replaceChildren();
    },
  };

  /** @param {string|undefined} wanted */
  function open(wanted) {
    const opened =
      tabs.find(({ id }) => id === wanted) ?? tabs.find(({ panel }) => !panel.hidden && panel.firstChild) ?? tabs[0];
    for (const one of tabs) {
      const isOpened = one === opened;
      one.chooser.ariaSelected = String(isOpened);
      one.chooser.tabIndex = isOpened ? 0 : -1;
      one.panel.hidden = !isOpened;
    }
    if (opened.tab) opened.tab.update();
    else opened.tab = opened.mount(opened.panel, desk);
  }
}
