/**
 * Exports a collection. One article after another is read, written by the same module that exports single articles, and put
 * into the file, so that ten thousand do not fill the memory.
 *
 * @typedef {import("../types.js").Desk} Desk
 * @typedef {import("../types.js").AnnotatedArticle} AnnotatedArticle
 * @typedef {import("./choices.js").Choice} Choice
 *
 * @typedef {Object} Exported
 * @property {string} name of the file
 * @property {Blob} blob
 * @property {{id: string, problem: string}[]} failures articles that are missing in it
 */

import { articleTitle } from "../../document/title.js";
import { SCHEMA_VERSION } from "../../generated/tables.js";
import { gatheringOf } from "../gathered.js";
import { folded } from "../people/name.js";
import { network } from "../pictures/network.js";
import { idInFiles } from "../summary.js";
import { idOf, lineOf } from "./collection.js";
import { gexf } from "./gexf.js";
import { peopleTable } from "./people.js";
import { writers } from "./writers.js";

/**
 * @param {Desk} desk
 * @param {Choice} choice
 * @param {import("../../export/client.js").Exporter} exporter
 * @param {(done: number) => void} progress
 * @param {AbortSignal} signal
 * @returns {Promise<Exported|null>} null if it was stopped
 */
export async function exportArticles(desk, choice, exporter, progress, signal) {
  const writer = writers[/** @type {keyof typeof writers} */ (choice.way)](choice.format);
  /** @type {Exported["failures"]} */
  const failures = [];
  let done = 0;
  for await (const { id } of desk.summaries(signal)) {
    if (signal.aborted) return null;
    const article = await desk.article(id);
    if (article?.document) {
      try {
        await one(article, article.document);
      } catch (error) {
        if (signal.aborted) return null;
        failures.push({ id: idOf(article), problem: error instanceof Error ? error.message : String(error) });
      }
    }
    progress(++done);
  }
  if (signal.aborted) return null;
  if (done > 0 && failures.length === done) throw new Error(failures[0].problem);
  return { name: `${stemOf(desk.collection.name)}${writer.extension}`, blob: writer.end(), failures };

  /** @param {AnnotatedArticle} article @param {import("../../document/types.js").NewsDocument} document */
  async function one(article, document) {
    if (choice.way === "collection") return writer.add({ id: idOf(article), line: lineOf(article, document) });
    const { text, metadata } = article;
    const file = {
      format: "newsmark",
      version: SCHEMA_VERSION,
      offsets: "utf16",
      model: article.model,
      title: articleTitle(metadata, text),
      text,
      document: { ...document, metadata: { ...metadata, id: idOf(article) } },
    };
    writer.add({ id: idOf(article), file: await exporter.exportAs(choice.format, file) });
  }
}

/** More people are no network that anybody could read. */
const PEOPLE = 1000;

/**
 * Exports what only a collection has: its people, and their networks.
 * @param {Desk} desk
 * @param {Choice} choice
 * @returns {Promise<Exported>}
 */
export async function exportPeople(desk, { way, format }) {
  const gathered = await gatheringOf(desk).latest();
  const stem = stemOf(desk.collection.name);
  if (way === "people") {
    const { people, byId } = { ...gathered, ...gathered.people };
    const idOf = (/** @type {number} */ id) => idInFiles(byId.get(id) ?? { id, archiveId: "" });
    const blob = new Blob([peopleTable(people, idOf)], { type: "text/csv;charset=utf-8" });
    return { name: `${stem}.people.csv`, blob, failures: [] };
  }
  const kind = /** @type {import("../pictures/network.js").Kind} */ (format);
  const blob = new Blob([gexf(network(gathered, kind, PEOPLE, 1))], { type: "application/xml" });
  return { name: `${stem}.${kind}.gexf`, blob, failures: [] };
}

/** A name that every file system accepts. @param {string} name */
export const stemOf = (name) =>
  folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "collection";
