/** Shows who is quoted how much over time. */

import { formatNumber, plural } from "../../document/words.js";
import { element } from "../../dom.js";
import { chart } from "./chart.js";
import { choice } from "./choice.js";
import { createFigure } from "./figure.js";
import { overTime } from "./over-time.js";

/** @param {(words: string) => void} say */
export function createOverTime(say) {
  const count = choice(
    "Speakers",
    [
      ["10", "10"],
      ["20", "20"],
      ["40", "40"],
    ],
    draw,
  );
  const unit = choice(
    "By",
    [
      ["", "what fits"],
      ["day", "day"],
      ["week", "week"],
      ["month", "month"],
      ["year", "year"],
    ],
    draw,
  );
  const figure = createFigure("quoted-over-time", say);
  const note = element("p", "aside");
  const root = element(
    "section",
    "picture-part",
    element("h3", "", "Who is quoted over time"),
    element("div", "desk-filters", count.label, unit.label),
    figure.root,
    note,
  );
  /** @type {import("../gathered.js").Gathered|null} */
  let gathered = null;

  function draw() {
    if (!gathered) return;
    const data = overTime(
      gathered,
      Number(count.value()),
      /** @type {import("./over-time.js").Unit|null} */ (unit.value() || null),
    );
    note.textContent =
      data.undated > 0 ? `${plural(data.undated, "quotation")} of these speakers are in articles without a date.` : "";
    if (data.periods.length === 0) {
      figure.empty("There is nothing to show: no quotation has both a named speaker and a date.");
      return;
    }
    const width = Math.max(320, Math.min(1100, root.clientWidth));
    const rows = data.speakers.flatMap(({ name, counts }) =>
      data.periods.flatMap((period, i) => (counts[i] > 0 ? [[name, period, formatNumber(counts[i])]] : [])),
    );
    const label = `The ${data.speakers.length} most quoted speakers, by ${data.unit}.`;
    figure.show(chart(data, width), label, ["Speaker", `Beginning of the ${data.unit}`, "Quotations"], rows);
  }

  return {
    root,
    /** @param {import("../gathered.js").Gathered} latest */
    draw(latest) {
      gathered = latest;
      draw();
    },
    resize: draw,
    close() {},
  };
}
