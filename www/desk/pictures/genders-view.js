/** Shows what articles call the people whom they quote, if the reader asks for it. */

import { formatNumber } from "../../document/words.js";
import { element } from "../../dom.js";
import { genders } from "./genders.js";

/** As model/MODEL_CARD.md measures it. */
const UNCERTAINTY =
  "This counts what the articles call the speakers: she, Ms and the like, or he, Mr and the like. It is not what the speakers say of themselves. Given names do not count. Newsmark finds out by itself whom a pronoun means, and on test articles about 85 of 100 pronouns are right; who is called neither, or both, is “not clear”.";

export function createGenders() {
  const asked = element("input");
  asked.type = "checkbox";
  asked.addEventListener("change", draw);
  const result = element("div", "genders");
  const root = element(
    "section",
    "picture-part",
    element("h3", "", "Women and men among the speakers"),
    element("label", "", asked, " Count what the articles call the speakers"),
    result,
  );
  /** @type {import("../gathered.js").Gathered|null} */
  let gathered = null;

  function draw() {
    if (!gathered || !asked.checked) return result.replaceChildren();
    const { she, he, unknown } = genders(gathered);
    const rows = /** @type {const} */ ([
      ["she", she],
      ["he", he],
      ["not clear", unknown],
    ]);
    const [speakers, quotations] = ["speakers", "quotations"].map((of) =>
      rows.reduce((sum, [, count]) => sum + count[/** @type {"speakers"|"quotations"} */ (of)], 0),
    );
    const cells = (/** @type {number} */ count, /** @type {number} */ all) =>
      element("td", "number", `${formatNumber(count)} (${all === 0 ? 0 : Math.round((100 * count) / all)} %)`);
    const head = ["Called", "People quoted", "Quotations"].map((label) => {
      const cell = element("th", "", label);
      cell.scope = "col";
      return cell;
    });
    const body = rows.map(([label, count]) => {
      const name = element("th", "", label);
      name.scope = "row";
      return element("tr", "", name, cells(count.speakers, speakers), cells(count.quotations, quotations));
    });
    const table = element("table", "", element("thead", "", element("tr", "", ...head)), element("tbody", "", ...body));
    result.replaceChildren(element("p", "aside", UNCERTAINTY), table);
  }

  return {
    root,
    /** @param {import("../gathered.js").Gathered} latest */
    draw(latest) {
      gathered = latest;
      draw();
    },
    resize() {},
    close() {},
  };
}
