/**
 * The address of what the desk shows: `#desk=ID`, `#desk=ID&tab=people`, `#desk=ID&article=7`. It is in the fragment,
 * which browsers send nowhere and which also works for a file.
 *
 * @typedef {Object} Place
 * @property {string} collection
 * @property {string} [tab]
 * @property {number} [article]
 */

/**
 * @param {string} hash
 * @returns {Place|null} null if the address is not one of the desk
 */
export function placeIn(hash) {
  const given = new URLSearchParams(hash.slice(1));
  const collection = given.get("desk");
  if (!collection) return null;
  const article = Number(given.get("article") ?? Number.NaN);
  const tab = given.get("tab");
  return {
    collection,
    ...(tab !== null && { tab }),
    ...(Number.isSafeInteger(article) && { article }),
  };
}

/** @param {Place} place */
export function addressOf({ collection, tab, article }) {
  const given = new URLSearchParams({ desk: collection });
  if (tab !== undefined) given.set("tab", tab);
  if (article !== undefined) given.set("article", String(article));
  return `#${given}`;
}
