/** Draws who is quoted over time: a row of bars for each speaker, all on one scale. */

import { formatNumber, plural } from "../../document/words.js";

/**
 * @typedef {import("./over-time.js").OverTime} OverTime
 * @typedef {import("./shapes.js").Shape} Shape
 */

const NAMES = 190;
const TOTALS = 48;
const ROW = 40;
const BARS = 30;
const HEAD = 8;
const FOOT = 28;
const SIZE = 13;
/** The width of the words below the bars. */
const LABEL = 84;

/**
 * @param {OverTime} data
 * @param {number} width
 * @returns {import("./shapes.js").Picture}
 */
export function chart({ unit, periods, speakers }, width) {
  const names = Math.min(NAMES, width * 0.36);
  const room = width - names - TOTALS;
  const step = room / Math.max(1, periods.length);
  const most = Math.max(1, ...speakers.flatMap(({ counts }) => counts));
  const bottom = HEAD + speakers.length * ROW;
  /** @type {Shape[]} */
  const shapes = [];
  for (const [row, { name, counts, total }] of speakers.entries()) {
    const base = HEAD + (row + 1) * ROW - 4;
    shapes.push(
      {
        kind: "text",
        x: names - 10,
        y: base - 9,
        text: cut(name, names),
        size: SIZE,
        anchor: "end",
        ink: "text",
        title: name,
      },
      { kind: "line", x: names, y: base, x2: names + room, y2: base, width: 1, ink: "rule" },
      { kind: "text", x: width, y: base - 9, text: formatNumber(total), size: SIZE, anchor: "end", ink: "subtle" },
    );
    for (const [i, count] of counts.entries()) {
      if (count === 0) continue;
      const height = Math.max(2, (count / most) * BARS);
      const x = names + i * step;
      const title = `${name}, ${periods[i]}: ${plural(count, "quotation")}`;
      shapes.push({ kind: "rect", x, y: base - height, width: Math.max(1, step - 1.5), height, ink: "fill", title });
    }
  }
  const every = Math.ceil(LABEL / step);
  for (let i = 0; i < periods.length; i += every) {
    // The last one would stand outside of the picture.
    if (i > 0 && i * step + LABEL > room + TOTALS) break;
    const text = unit === "week" ? `${periods[i]} …` : periods[i];
    shapes.push({ kind: "text", x: names + i * step, y: bottom + 18, text, size: 12, anchor: "start", ink: "subtle" });
  }
  return { width, height: bottom + FOOT, shapes };
}

/** @param {string} name @param {number} width */
function cut(name, width) {
  const most = Math.floor((width - 10) / (SIZE * 0.56));
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}
