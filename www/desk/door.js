/**
 * The way to the desk, for collections of many articles. The desk itself is loaded when it is first needed: when its
 * address is opened, or when somebody gives the page more than one article.
 *
 * @typedef {import("./main.js").PageParts} PageParts
 * @typedef {readonly (File|FileSystemEntry)[]} Given
 */

import { placeIn } from "./address.js";

const LOST = "The part of Newsmark for many articles could not be loaded. Check the connection, and try again.";

/** Names of files with many articles. */
const MANY = /\.(zip|csv|tsv|tab|jsonl|ndjson)(\.gz)?$/i;

/** @param {PageParts} page */
export function mountDoor(page) {
  /** @type {Promise<ReturnType<typeof import("./main.js").createDeskView>>|null} */
  let desk = null;

  async function load() {
    // The single file has the parts of the desk at its end.
    if (document.readyState === "loading")
      await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
    desk ??= import("./main.js").then(({ createDeskView }) => createDeskView(page));
    try {
      return await desk;
    } catch {
      desk = null;
      page.notices.show("desk", LOST);
      return null;
    }
  }

  async function follow() {
    const place = placeIn(location.hash);
    if (place) {
      // The start page does not flash up before the desk.
      if (place.article === undefined) document.documentElement.toggleAttribute("data-desk", true);
      const view = await load();
      if (view) view.show(place);
      else document.documentElement.toggleAttribute("data-desk", false);
    }
    // Links within the page change the address too.
    else if (location.hash === "") (await desk)?.leave();
  }

  addEventListener("hashchange", follow);
  follow();

  return {
    /**
     * Takes files to the desk if they are many, or hold many articles.
     * @param {Given} given
     * @returns {boolean} whether it does
     */
    takes(given) {
      const isDeskOpen = document.documentElement.hasAttribute("data-desk");
      if (!isDeskOpen && given.length === 1 && !isInFolder(given[0]) && !MANY.test(given[0].name)) return false;
      load().then((view) => view?.receive(given));
      return true;
    },
  };
}

/** @typedef {ReturnType<typeof mountDoor>} Door */

/** Whether it is a folder, or was chosen with its folder. @param {File|FileSystemEntry} one */
const isInFolder = (one) => ("isDirectory" in one ? one.isDirectory : one.webkitRelativePath !== "");

/**
 * The files of a drop, with folders where the browser tells. It has to be asked before the event is over.
 * @param {DataTransfer} data
 * @returns {Given}
 */
export function droppedOn(data) {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  return entries.some((entry) => entry?.isDirectory) ? entries.filter((entry) => entry !== null) : [...data.files];
}
