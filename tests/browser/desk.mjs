// What the tests of the desk share: articles, and what a person sees of a collection.

import { WAIT } from "./browsers.mjs";

const PARAGRAPHS = [
  (n) => `“We will open pier ${n} on Friday,” said Helena Rebane, the harbour master of Tarnby.`,
  (n) => `Jonas Kask, who owns ${n + 2} boats, said that the fishermen had waited for months.`,
  () => "The council of Tarnby paid for the works, and Norrvarv of Turku did them.",
  (n) => `According to the mayor, Anneli Oja, the repairs cost €${n + 1} million. “It was worth it,” she said.`,
];

/**
 * A small article of some hundred words; every number gives another one.
 * @param {number} n
 * @param {number} [rounds]
 */
export const smallArticle = (n, rounds = 6) =>
  [
    `Pier ${n} of Tarnby Opens`,
    ...Array.from({ length: rounds }, (_, round) => PARAGRAPHS.map((write) => write(n + round)).join(" ")),
  ].join("\n\n");

/** @param {number} count @param {number} [rounds] */
export const textFiles = (count, rounds) =>
  Array.from({ length: count }, (_, n) => ({
    name: `article-${String(n).padStart(4, "0")}.txt`,
    type: "text/plain",
    text: smallArticle(n, rounds),
  }));

/** Waits until this many articles have been read and stored. */
export const readAll = (page, count) =>
  page.waitForFunction(
    (count) =>
      document.querySelector(".desk-count")?.textContent === count &&
      !document.querySelector(".desk-collecting progress"),
    WAIT,
    `${count} articles`,
  );

/** Waits until the desk shows this many articles and all of them are annotated. */
export const annotated = (page, count) =>
  page.waitForFunction(
    (count) =>
      document.querySelector(".desk-count")?.textContent === count &&
      !document.querySelector(".desk-progress").checkVisibility() &&
      !document.querySelector(".desk-collecting progress"),
    WAIT,
    `${count} article${count === 1 ? "" : "s"}`,
  );

/** Waits until a part of the desk says something. */
export const says = (page, selector, words) =>
  page.waitForFunction(
    (selector, words) => document.querySelector(selector)?.textContent.includes(words),
    WAIT,
    selector,
    words,
  );

/** How many articles of all collections are in which state, as they are stored. */
export const stored = async (page) => {
  const [rows, found, summaries] = await records(page, ["rows", "found", "summaries"]);
  const count = (state) => rows.filter((row) => row.state === state).length;
  return {
    done: count("done"),
    waiting: count("waiting"),
    failed: count("failed"),
    found: found.length,
    summaries: summaries.length,
  };
};

/**
 * What is in some stores of the desk; where it would be much, the keys.
 * @param {import("puppeteer-core").Page} page
 * @param {string[]} stores
 * @returns {Promise<any[][]>}
 */
export const records = (page, stores) =>
  page.evaluate(async (stores) => {
    const result = (request) =>
      new Promise((resolve, reject) =>
        Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }),
      );
    const database = await result(indexedDB.open("newsmark-desk"));
    const transaction = database.transaction(stores);
    const all = await Promise.all(
      stores.map((store) => result(transaction.objectStore(store)[store === "rows" ? "getAll" : "getAllKeys"]())),
    );
    database.close();
    return all;
  }, stores);
