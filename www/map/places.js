/**
 * The places of an article, for the map: one for each place of GeoNames, with all its mentions.
 *
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Entity} Entity
 * @typedef {import("../../npm/document.js").PlaceValue} PlaceValue
 *
 * @typedef {{value: PlaceValue, lat: number, lon: number, mentions: Entity[]}} MappedPlace
 */

/** The places with a position, the most frequent first. @param {NewsDocument} document @returns {MappedPlace[]} */
export function mappedPlaces({ entities }) {
  /** @type {Map<string, MappedPlace>} */
  const places = new Map();
  for (const entity of entities) {
    const value = placeOf(entity);
    if (value?.lat === undefined || value.lon === undefined) continue;
    const key = value.geonames === undefined ? `${value.lat} ${value.lon}` : String(value.geonames);
    const known = places.get(key);
    if (known) known.mentions.push(entity);
    else places.set(key, { value, lat: value.lat, lon: value.lon, mentions: [entity] });
  }
  return [...places.values()].sort((a, b) => b.mentions.length - a.mentions.length);
}

/** Places without a link, by their words: the first mention of each. @param {NewsDocument} document @returns {Entity[]} */
export function unmappedPlaces({ entities }) {
  /** @type {Map<string, Entity>} */
  const places = new Map();
  for (const entity of entities)
    if (isMapped(entity) && !placeOf(entity) && !places.has(entity.text)) places.set(entity.text, entity);
  return [...places.values()];
}

/** Peoples have a country, but no place on the map. @param {Entity} entity */
const isMapped = ({ type }) => type === "GPE" || type === "LOC";

/** @param {Entity} entity @returns {PlaceValue|undefined} */
const placeOf = (entity) => (isMapped(entity) && entity.value && "country" in entity.value ? entity.value : undefined);
