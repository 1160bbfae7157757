/**
 * The page's side of the worker that links places. It is started when somebody first wants to know what a place stands
 * for: never for first highlights, because the table of places takes half a megabyte.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../../npm/document.js").PlaceValue} PlaceValue
 */

import { valuesFound } from "../state/updates.js";
import { createRequests } from "../worker/requests.js";
import { startGazetteer } from "../worker/start.js";

const ask = createRequests(startGazetteer, "the part of Newsmark that knows places could not be loaded");

/** All places that have a name, the largest one first. @type {(name: string) => Promise<PlaceValue[]>} */
export const placesNamed = (name) => ask({ name });

/** The types that are places, or have a country. @param {string} type */
export const isPlaceType = (type) => type === "GPE" || type === "LOC" || type === "NORP";

/** The documents whose places have been linked. @type {WeakSet<NewsDocument>} */
const linked = new WeakSet();

/** Whether the places of what was found still have to be linked. @param {Store} store */
export function hasUnlinkedPlaces(store) {
  const { found, partial } = store.get();
  return found !== null && !partial && !linked.has(found) && found.entities.some(({ type }) => isPlaceType(type));
}

/** Links the places of the article that is open, if that has not been done. @param {Store} store */
export async function linkPlaces(store) {
  if (!hasUnlinkedPlaces(store)) return;
  const { text, found } = store.get();
  /** @type {[number, PlaceValue|null][]} */
  const values = await ask({ text, document: found });
  // Another article may be open by now.
  if (store.get().found !== found) return;
  store.update(valuesFound(values));
  const { found: after } = store.get();
  if (after) linked.add(after);
}
