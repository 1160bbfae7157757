/** Places linked to GeoNames in Node. */

import { read } from "./node-read.js";
import { createPlaces } from "./places-module.js";

const file = new URL("./engine/places_bg.wasm", import.meta.url);

export const { load, linkPlaces, placesNamed } = createPlaces(file, read);
