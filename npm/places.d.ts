import type { NewsDocument, PlaceValue } from "./document.js";
import type { ModuleFile } from "./index.js";

/**
 * The document with the values of its places: the id in GeoNames, the country and the position. Peoples get their country.
 * Places that are not certain have no value. The document that was passed stays as it is.
 */
export function linkPlaces(text: string, document: NewsDocument): Promise<NewsDocument>;

/** All places of GeoNames that have a name, the largest one first. */
export function placesNamed(name: string): Promise<PlaceValue[]>;

/** Loads the module in advance, or from another place. */
export function load(file?: ModuleFile): Promise<void>;
