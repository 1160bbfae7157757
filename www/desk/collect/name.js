/** What a new collection is called: as what it comes from, or by the number of files and the day. */

import { plural } from "../../document/words.js";

/** @param {import("./walk.js").Given} given */
export function nameFor(given) {
  const folder = given[0] instanceof File ? given[0].webkitRelativePath.split("/")[0] : "";
  if (folder !== "") return folder;
  if (given.length === 1) return given[0].name.replace(/(\.newsmark)?\.(zip|csv|tsv|tab|jsonl?|ndjson)(\.gz)?$/i, "");
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${plural(given.length, "file")}, ${day}`;
}
