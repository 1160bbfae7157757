/**
 * The map itself: it is moved with the pointer or the arrow keys, and enlarged with the wheel, the buttons, + and −.
 *
 * @typedef {import("./places.js").MappedPlace} MappedPlace
 * @typedef {import("./picture.js").View} View
 */

import { onPage } from "../desk/pictures/shapes.js";
import { button, element } from "../dom.js";
import { picture, viewOf, WORLD, withinWorld } from "./picture.js";
import { HEIGHT, WIDTH } from "./projection.js";

const STEP = 1.5;
/** How much larger circles and letters are on the smallest screen. */
const LARGEST = 3.5;
/** How far an arrow key moves, as a share of what is in view. */
const MOVE = 0.2;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {(index: number) => void} choose is told which place was clicked */
export function createChart(choose) {
  /** @type {MappedPlace[]} */
  let places = [];
  /** @type {View} */
  let view = WORLD;
  const frame = element("div", "map-frame");
  frame.tabIndex = 0;
  frame.role = "group";
  frame.ariaLabel = "Map. The arrow keys move it, plus and minus enlarge and reduce it. The list says the same.";
  const zooming = element(
    "div",
    "map-zoom",
    labelled("+", "Enlarge", () => zoom(STEP)),
    labelled("−", "Reduce", () => zoom(1 / STEP)),
    button("", "All places", () => look(viewOf(places))),
    button("", "World", () => look(WORLD)),
  );
  const root = element("div", "map-chart", frame, zooming);

  /** @param {View} next */
  function look(next) {
    view = withinWorld(next);
    draw();
  }

  function draw() {
    const size = Math.min(LARGEST, Math.max(1, WIDTH / (frame.clientWidth || WIDTH)));
    const svg = onPage(picture(places, view, size));
    svg.setAttribute("aria-hidden", "true");
    frame.replaceChildren(svg);
  }

  /**
   * @param {number} factor
   * @param {[number, number]} [at] what stays where it is, as a share of the width and the height
   */
  function zoom(factor, [shareX, shareY] = [0.5, 0.5]) {
    const next = withinWorld({ ...view, zoom: view.zoom * factor });
    const [dx, dy] = [(shareX - 0.5) * WIDTH, (shareY - 0.5) * HEIGHT];
    const change = 1 / view.zoom - 1 / next.zoom;
    look({ x: view.x + dx * change, y: view.y + dy * change, zoom: next.zoom });
  }

  addEventListener("resize", draw);

  frame.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow) {
      const [dx, dy] = arrow;
      look({ ...view, x: view.x + (dx * MOVE * WIDTH) / view.zoom, y: view.y + (dy * MOVE * HEIGHT) / view.zoom });
    } else if (event.key === "+" || event.key === "=") zoom(STEP);
    else if (event.key === "-") zoom(1 / STEP);
    else if (event.key === "0") look(viewOf(places));
    else return;
    event.preventDefault();
    // Some of these keys are shortcuts of the page.
    event.stopPropagation();
  });

  frame.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const box = frame.getBoundingClientRect();
      const at = /** @type {[number, number]} */ ([
        (event.clientX - box.left) / box.width,
        (event.clientY - box.top) / box.height,
      ]);
      zoom(STEP ** (-Math.sign(event.deltaY) / 2), at);
    },
    { passive: false },
  );

  /** Where the map was pressed, and whether it has been moved since. @type {{x: number, y: number, view: View, moved: boolean}|null} */
  let pressed = null;
  frame.addEventListener("pointerdown", (event) => {
    pressed = { x: event.clientX, y: event.clientY, view, moved: false };
  });
  frame.addEventListener("pointermove", (event) => {
    if (!pressed || event.buttons === 0) return;
    const scale = WIDTH / frame.clientWidth / pressed.view.zoom;
    const [dx, dy] = [event.clientX - pressed.x, event.clientY - pressed.y];
    if (!pressed.moved && Math.abs(dx) + Math.abs(dy) < 4) return;
    if (!pressed.moved) frame.setPointerCapture(event.pointerId);
    pressed.moved = true;
    look({ ...view, x: pressed.view.x - dx * scale, y: pressed.view.y - dy * scale });
  });
  frame.addEventListener("click", (event) => {
    const wasMoved = pressed?.moved;
    pressed = null;
    const key = event.target instanceof Element ? event.target.getAttribute("data-key") : null;
    if (!wasMoved && key !== null) choose(Number(key));
  });

  return {
    root,
    picture: () => picture(places, view),
    /** @param {MappedPlace[]} shown */
    show(shown) {
      places = shown;
      draw();
    },
    fit: () => look(viewOf(places)),
    reset: () => (view = WORLD),
  };
}

/** @type {(sign: string, name: string, act: () => void) => HTMLButtonElement} */
function labelled(sign, name, act) {
  const made = button("", sign, act);
  made.ariaLabel = made.title = name;
  return made;
}
