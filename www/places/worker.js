/**
 * The worker that links places to GeoNames. Its WebAssembly module contains the table of places.
 *
 * @typedef {{text: string, document: object}|{name: string}} Request the places of an article, or all that have a name
 */

import { wellFormedJson } from "../document/well-formed.js";
import { initSync, placesNamed, resolvePlaces } from "../engine/places.js";
import { answerRequests } from "../worker/answers.js";

answerRequests(initSync, (/** @type {Request} */ request) => ({
  answer: JSON.parse(
    "name" in request
      ? placesNamed(request.name.toWellFormed())
      : resolvePlaces(request.text.toWellFormed(), wellFormedJson(request.document)),
  ),
}));
