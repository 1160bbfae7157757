/**
 * Whether a value has the form that a JSON Schema describes: as much of JSON Schema as crates/codegen writes.
 *
 * @typedef {Object} Schema
 * @property {string} [$ref]
 * @property {string|string[]} [type]
 * @property {string} [const]
 * @property {Schema[]} [oneOf]
 * @property {Schema[]} [anyOf]
 * @property {number} [minimum]
 * @property {Schema} [items]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {Record<string, Schema>} [$defs]
 *
 * @typedef {(value: any) => boolean} Check
 */

/** @type {Record<string, Check>} */
const TYPES = {
  null: (value) => value === null,
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  number: Number.isFinite,
  integer: Number.isInteger,
  array: Array.isArray,
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/**
 * A check for a schema. A document has thousands of records, so the schema is read once.
 * @param {Schema} root
 * @returns {Check}
 */
export function conformsTo(root) {
  /** @type {Map<string, Check>} */
  const named = new Map();

  /** @param {string} reference @returns {Check} */
  function definition(reference) {
    const name = reference.replace("#/$defs/", "");
    const known = named.get(name) ?? check(/** @type {Record<string, Schema>} */ (root.$defs)[name]);
    named.set(name, known);
    return known;
  }

  /** @param {Schema} schema @returns {Check} */
  function check(schema) {
    if (schema.$ref) return definition(schema.$ref);
    if (schema.oneOf) return oneOf(schema.oneOf);
    if (schema.anyOf) return oneOf(schema.anyOf);
    const checks = [...type(schema), ...list(schema), ...record(schema)];
    return (value) => checks.every((one) => one(value));
  }

  /** @param {Schema[]} schemas @returns {Check} */
  function oneOf(schemas) {
    const checks = schemas.map(check);
    return (value) => checks.some((one) => one(value));
  }

  /** @param {Schema} schema @returns {Check[]} */
  function type({ type, const: only, minimum }) {
    const types = [type ?? []].flat().map((name) => TYPES[name]);
    return [
      (value) => types.some((one) => one(value)),
      ...(only === undefined ? [] : [(/** @type {any} */ value) => value === only]),
      ...(minimum === undefined ? [] : [(/** @type {any} */ value) => value === null || value >= minimum]),
    ];
  }

  /** @param {Schema} schema @returns {Check[]} */
  function list({ items, minItems = 0, maxItems = Number.POSITIVE_INFINITY }) {
    if (!items) return [];
    const item = check(items);
    return [(value) => minItems <= value.length && value.length <= maxItems && value.every(item)];
  }

  /** @param {Schema} schema @returns {Check[]} */
  function record({ properties = {}, required = [] }) {
    return Object.entries(properties).map(([name, schema]) => {
      const field = check(schema);
      const optional = !required.includes(name);
      return (value) => (optional && value[name] === undefined) || field(value[name]);
    });
  }

  return check(root);
}
