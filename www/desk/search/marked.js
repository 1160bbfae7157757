/** Words of an article with what was searched for highlighted. */

import { element } from "../../dom.js";
import { found, queryOf, searchable } from "./query.js";

/**
 * @param {string} text
 * @param {string} typed
 */
export function marked(text, typed) {
  const query = queryOf(typed);
  const whole = element("span");
  whole.dir = "auto";
  let at = 0;
  for (const [start, end] of query ? found(searchable(text), query) : []) {
    whole.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
    at = end;
  }
  whole.append(text.slice(at));
  return whole;
}
