/**
 * Places linked to GeoNames, in a module of their own that is loaded by the first call. It contains the table of places.
 */

import { mustBeObject, mustBeText } from "./check.js";
import init, { placesNamed, resolvePlaces } from "./engine/places.js";
import { createPart } from "./files.js";
import { foundBy, modelOf } from "./origin.js";
import { wellFormedJson } from "./well-formed.js";

/** @type {import("./files.js").CreatePart<typeof import("./places.js")>} */
export const createPlaces = createPart("places module", init, (loaded) => ({
  async linkPlaces(text, document) {
    mustBeText(text, "the text");
    mustBeObject(document, "the document");
    await loaded();
    const values = new Map(JSON.parse(resolvePlaces(text.toWellFormed(), wellFormedJson(document))));
    const entities = document.entities.map((entity) => {
      if (!values.has(entity.id)) return entity;
      const { value: _, ...rest } = entity;
      const value = values.get(entity.id);
      return value === null ? rest : { ...rest, value };
    });
    return foundBy(modelOf(document), { ...document, entities });
  },

  async placesNamed(name) {
    mustBeText(name, "the name");
    await loaded();
    return JSON.parse(placesNamed(name.toWellFormed()));
  },
}));
