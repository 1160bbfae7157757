/**
 * The minimap along the article: where the highlights are, and which part is on the screen. It stands beside the
 * article where there is room, otherwise at the bottom. For the keyboard and for screen readers it is a slider that
 * describes its position in words.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").NewsDocument} NewsDocument
 * @typedef {import("../document/types.js").Range} Range
 * @typedef {import("../document/shown.js").Shown} Shown
 * @typedef {import("../document/overview.js").Lane} Lane
 */

import { overview, PARTS, partsOf, runs } from "../document/overview.js";
import { plural } from "../document/words.js";
import { part } from "../dom.js";

/** Where each lane lies across the minimap, out of 24 units. Lanes that differ in colour also differ in position. */
/** @type {Record<Lane, [number, number]>} */
const LANE_POSITIONS = {
  direct: [0, 5],
  mixed: [0, 5],
  indirect: [0, 5],
  person: [7, 4],
  organisation: [12, 4],
  place: [17, 4],
  group: [22, 2],
  thing: [22, 2],
  time: [22, 2],
  number: [22, 2],
};
const ACROSS = 24;

/** How far each key moves, in percent. @type {Record<string, number>} */
const STEPS = {
  ArrowDown: 2,
  ArrowRight: 2,
  ArrowUp: -2,
  ArrowLeft: -2,
  PageDown: 10,
  PageUp: -10,
  Home: -100,
  End: 100,
};

const wide = matchMedia("(min-width: 62.5rem)");

/** @param {(share: number) => void} goTo scrolls to a position, given as a share of the text */
export function mountMinimap(goTo) {
  const minimap = part("minimap");
  const drawing = svg("svg");
  const frame = svg("rect");
  frame.setAttribute("class", "window");
  minimap.append(drawing);
  /** What is drawn, kept so that it can be drawn again when the orientation changes. */
  let lanes = /** @type {Map<Lane|"emphasised", Iterable<number>>} */ (new Map());
  /** @type {Range} */
  let seen = [0, 0];
  /** @type {(range: Range) => string} */
  let contents = () => "";
  let length = 0;

  function draw() {
    drawing.setAttribute("viewBox", wide.matches ? `0 0 ${ACROSS} ${PARTS}` : `0 0 ${PARTS} ${ACROSS}`);
    drawing.setAttribute("preserveAspectRatio", "none");
    drawing.replaceChildren(frame, ...[...lanes].map(([lane, parts]) => path(lane, parts)));
    minimap.ariaOrientation = wide.matches ? "vertical" : "horizontal";
  }

  /** @param {Lane|"emphasised"} lane @param {Iterable<number>} parts */
  function path(lane, parts) {
    const [across, size] = lane === "emphasised" ? [0, ACROSS] : LANE_POSITIONS[lane];
    const made = svg("path");
    made.setAttribute("class", `lane ${lane}`);
    const boxes = runs(parts).map(([from, long]) =>
      wide.matches ? `M${across} ${from}h${size}v${long}h${-size}z` : `M${from} ${across}v${size}h${long}v${-size}z`,
    );
    made.setAttribute("d", boxes.join(""));
    return made;
  }

  function updateSlider() {
    const middle = (seen[0] + seen[1]) / 2;
    const now = length ? Math.round((middle / length) * 100) : 0;
    minimap.ariaValueNow = String(now);
    minimap.ariaValueText = `${now} %: ${contents(seen)}`;
    const [from, long] = [
      (seen[0] / (length || 1)) * PARTS,
      Math.max(4, ((seen[1] - seen[0]) / (length || 1)) * PARTS),
    ];
    const box = wide.matches ? [0, from, ACROSS, long] : [from, 0, long, ACROSS];
    for (const [i, name] of ["x", "y", "width", "height"].entries()) frame.setAttribute(name, String(box[i]));
  }

  /** @param {PointerEvent} event */
  function goToPointer(event) {
    const { left, top, width, height } = minimap.getBoundingClientRect();
    const share = wide.matches ? (event.clientY - top) / height : (event.clientX - left) / width;
    goTo(Math.min(1, Math.max(0, share)));
  }
  minimap.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    minimap.setPointerCapture(event.pointerId);
    goToPointer(event);
  });
  minimap.addEventListener("pointermove", (event) => {
    if (minimap.hasPointerCapture(event.pointerId)) goToPointer(event);
  });
  minimap.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(Math.min(1, Math.max(0, (Number(minimap.ariaValueNow) + step) / 100)));
  });
  wide.addEventListener("change", () => {
    draw();
    updateSlider();
  });

  return {
    /** @param {string} text @param {NewsDocument} document @param {Shown} shown */
    show(text, document, shown) {
      length = text.length;
      lanes = new Map(overview(length, document, shown));
      contents = (range) => contentsOf(document, shown, range);
      draw();
      updateSlider();
    },

    /** @param {Range[]} ranges what is emphasised */
    emphasise(ranges) {
      lanes.delete("emphasised");
      const parts = new Set(ranges.flatMap((range) => [...partsOf(length, range)]));
      if (parts.size) lanes.set("emphasised", parts);
      minimap.classList.toggle("dimmed", parts.size > 0);
      draw();
    },

    /** @param {Range} range what is on the screen */
    showViewport(range) {
      seen = range;
      updateSlider();
    },
  };
}

/**
 * Describes the contents of a part of the text in words.
 * @param {NewsDocument} document
 * @param {Shown} shown
 * @param {Range} range
 */
function contentsOf({ entities, quotes }, shown, [from, to]) {
  const names = entities.filter((one) => one.start >= from && one.start < to && shown.entity(one)).length;
  const quotations = quotes.filter(
    (one) => one.content[0][0] >= from && one.content[0][0] < to && shown.quote(one),
  ).length;
  return `${plural(names, "name")} and ${plural(quotations, "quotation")} on the screen`;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 */
const svg = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
