/**
 * Times and amounts are in no chain. What has the same type and the same words is taken together
 * instead, under the id of the first of them.
 *
 * @param {import("./types.js").NewsDocument} document
 * @returns {number[]} for each entity, the first that is like it
 */
export function firstAlike({ entities }) {
  /** @type {Map<string, number>} */
  const first = new Map();
  return entities.map(({ id, type, text }) => {
    const key = `${type} ${text}`;
    const found = first.get(key) ?? id;
    first.set(key, found);
    return found;
  });
}
