/**
 * The timeline as a picture: a line with a dot for each dated statement, in the order of time.
 *
 * @typedef {import("../desk/pictures/shapes.js").Picture} Picture
 * @typedef {import("../desk/pictures/shapes.js").Shape} Shape
 * @typedef {import("./events.js").DatedStatement} DatedStatement
 */

const WIDTH = 1000;
const ROW = 30;
const MARGIN = 24;
const LETTER = 14;
/** Where the line of time is, and where the sentences begin. */
const LINE = 230;
const WORDS = 250;
/** So many letters fit beside the line. */
const LONGEST = 100;

/** @param {DatedStatement[]} statements @returns {Picture} */
export function picture(statements) {
  const height = 2 * MARGIN + ROW * statements.length;
  const rows = statements.flatMap(({ when, sentence }, index) => {
    const y = MARGIN + ROW * (index + 0.5);
    return [
      words(LINE - 16, y, when, "end", "subtle"),
      { kind: /** @type {const} */ ("circle"), x: LINE, y, radius: 5, ink: /** @type {const} */ ("fill") },
      words(WORDS, y, shortened(sentence), "start", "text"),
    ];
  });
  const line = { kind: /** @type {const} */ ("line"), x: LINE, y: MARGIN, x2: LINE, y2: height - MARGIN };
  return { width: WIDTH, height, shapes: [{ ...line, width: 1.5, ink: "link" }, ...rows] };
}

/** @type {(x: number, y: number, text: string, anchor: "start"|"end", ink: "text"|"subtle") => Shape} */
const words = (x, y, text, anchor, ink) => ({ kind: "text", x, y: y + LETTER / 3, text, size: LETTER, anchor, ink });

/** @param {string} sentence */
const shortened = (sentence) =>
  sentence.length > LONGEST ? `${sentence.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : sentence;
