/**
 * The tabs of the desk, in their order.
 *
 * @typedef {Object} TabOfDesk
 * @property {string} id in the address
 * @property {string} label
 * @property {(element: HTMLElement, desk: import("./desk.js").OpenDesk) => import("./types.js").Tab} mount
 */

import { mountArticles } from "./articles/tab.js";
import { mountPeople } from "./people/tab.js";
import { mountPictures } from "./pictures/tab.js";
import { mountQuotations } from "./quotations/tab.js";

/** @type {readonly TabOfDesk[]} */
export const TABS = [
  { id: "articles", label: "Articles", mount: mountArticles },
  { id: "people", label: "People", mount: mountPeople },
  { id: "quotations", label: "Quotations", mount: mountQuotations },
  { id: "pictures", label: "Pictures", mount: mountPictures },
];
