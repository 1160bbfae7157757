/** Places linked to GeoNames in the browser, with a bundler or without. */

import { createPlaces } from "./places-module.js";
import { read } from "./read.js";

// Bundlers know this expression, and only as it is written here: they take the file along.
const file = new URL("./engine/places_bg.wasm", import.meta.url);

export const { load, linkPlaces, placesNamed } = createPlaces(file, read);
