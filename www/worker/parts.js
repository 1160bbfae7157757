/**
 * Splits a long document on its way from the worker, so that the page receives it in many short tasks instead of one
 * long one.
 *
 * @typedef {import("./client.js").Answer} Answer
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {Exclude<keyof NewsDocument, "metadata">} List
 * @typedef {{id: number, list: List, records: any[]}} Part
 */

/** The number of records per part; a mention in a chain counts as one. */
const RECORDS_PER_PART = 1000;

/** @param {any} record */
const size = (record) => 1 + (record.mentions?.length ?? 0);

/**
 * @param {Answer & {id: number}} answer
 * @returns {Generator<Part|(Answer & {id: number})>} the parts, and then the answer without their records
 */
export function* splitDocument(answer) {
  /** @type {Record<string, unknown>} */
  const rest = {};
  for (const [list, value] of Object.entries(answer.document)) {
    rest[list] = value;
    if (!Array.isArray(value)) continue;
    /** @type {any[]} */
    let records = [];
    let held = 0;
    for (const record of value) {
      if (held > 0 && held + size(record) > RECORDS_PER_PART) {
        yield { id: answer.id, list: /** @type {List} */ (list), records };
        [records, held] = [[], 0];
      }
      records.push(record);
      held += size(record);
    }
    rest[list] = records;
  }
  yield { ...answer, document: /** @type {NewsDocument} */ (/** @type {unknown} */ (rest)) };
}

/** Reassembles documents. */
export class DocumentAssembler {
  /** The records received so far, by answer and list. @type {Map<number, Partial<Record<List, any[]>>>} */
  #come = new Map();

  /** @param {Part} part */
  add({ id, list, records }) {
    const lists = this.#come.get(id) ?? {};
    lists[list] ??= [];
    lists[list].push(...records);
    this.#come.set(id, lists);
  }

  /**
   * @param {Answer & {id: number}} answer the last of its parts
   * @returns {Answer}
   */
  whole(answer) {
    const lists = this.#come.get(answer.id);
    this.#come.delete(answer.id);
    for (const [list, records] of Object.entries(lists ?? {})) {
      // The rest is short; this avoids copying the earlier records.
      records.push(...(answer.document[/** @type {List} */ (list)] ?? []));
      answer.document[/** @type {List} */ (list)] = records;
    }
    return answer;
  }
}
