/**
 * The map as a picture: the world as far as it is in view, and a circle for each place.
 *
 * @typedef {import("../desk/pictures/shapes.js").Picture} Picture
 * @typedef {import("../desk/pictures/shapes.js").Shape} Shape
 * @typedef {import("./places.js").MappedPlace} MappedPlace
 *
 * @typedef {{x: number, y: number, zoom: number}} View the point of the world in the middle, and how much it is enlarged
 */

import { BORDERS, LAND } from "./outline.js";
import { HEIGHT, projected, WIDTH } from "./projection.js";

/** The whole world. @type {View} */
export const WORLD = { x: WIDTH / 2, y: HEIGHT / 2, zoom: 1 };
export const CLOSEST = 40;

const SMALLEST = 5;
const LARGEST = 22;
/** So many places have their names beside them. */
const NAMED = 12;
const LETTER = 14;
/** A name is about so wide for each of its letters. */
const LETTER_WIDTH = 0.56;

/** @param {View} view @returns {View} the nearest one that shows nothing beyond the world */
export function withinWorld({ x, y, zoom }) {
  const closer = Math.min(CLOSEST, Math.max(1, zoom));
  const [halfWidth, halfHeight] = [WIDTH / closer / 2, HEIGHT / closer / 2];
  return {
    x: Math.min(WIDTH - halfWidth, Math.max(halfWidth, x)),
    y: Math.min(HEIGHT - halfHeight, Math.max(halfHeight, y)),
    zoom: closer,
  };
}

/** The closest view of all places, with some room around them. @param {MappedPlace[]} places */
export function viewOf(places) {
  if (places.length === 0) return WORLD;
  const points = places.map(({ lat, lon }) => projected(lat, lon));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  // A single place needs its surroundings to be recognised.
  const zoom = Math.min(WIDTH / (1.5 * (right - left) + 60), HEIGHT / (1.5 * (bottom - top) + 40), 8);
  return withinWorld({ x: (left + right) / 2, y: (top + bottom) / 2, zoom });
}

/**
 * @param {MappedPlace[]} places the most frequent first
 * @param {View} view
 * @param {number} size of circles and letters: more than 1 where the map is shown small
 * @returns {Picture}
 */
export function picture(places, { x, y, zoom }, size = 1) {
  const [left, top] = [WIDTH / 2 - x * zoom, HEIGHT / 2 - y * zoom];
  const outline = { kind: /** @type {const} */ ("path"), x: left, y: top, scale: zoom };
  const most = Math.max(1, ...places.map(({ mentions }) => mentions.length));
  const spots = places.map(({ lat, lon, mentions, value }, key) => {
    const [placeX, placeY] = projected(lat, lon);
    const share = Math.sqrt(mentions.length / most) * Math.min(1, most / 6);
    const radius = size * Math.max(SMALLEST, LARGEST * share);
    return { key, x: placeX * zoom + left, y: placeY * zoom + top, radius, name: value.name ?? mentions[0].text };
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      { ...outline, data: LAND, width: 0, ink: "rule" },
      { ...outline, data: BORDERS, width: 0.75, ink: "page" },
      // The most frequent last, so that its name is never covered; small circles above large ones.
      ...spots.map(({ key, x, y, radius, name }) => circle(key, x, y, radius, name)),
      ...names(spots, size * LETTER),
    ],
  };
}

/** @type {(key: number, x: number, y: number, radius: number, title: string) => Shape} */
const circle = (key, x, y, radius, title) => ({ kind: "circle", key, x, y, radius, ink: "fill", title });

/**
 * The names of the most frequent places, where they do not cover each other.
 * @param {{key: number, x: number, y: number, radius: number, name: string}[]} spots
 * @param {number} letter the size of a letter
 * @returns {Shape[]}
 */
function names(spots, letter) {
  /** @type {{left: number, right: number, y: number}[]} */
  const taken = [];
  /** @type {Shape[]} */
  const shapes = [];
  for (const { key, x, y, radius, name } of spots.slice(0, 3 * NAMED)) {
    const width = name.length * letter * LETTER_WIDTH;
    const isAtEdge = x + radius + 4 + width > WIDTH;
    const start = isAtEdge ? x - radius - 4 - width : x + radius + 4;
    const box = { left: start, right: start + width, y };
    const isInView = x > 0 && x < WIDTH && y > 0 && y < HEIGHT;
    const covers = taken.some((one) => Math.abs(one.y - y) < letter && one.left < box.right && box.left < one.right);
    if (!isInView || covers || shapes.length >= NAMED) continue;
    taken.push(box);
    shapes.push({
      kind: "text",
      key,
      x: isAtEdge ? x - radius - 4 : x + radius + 4,
      y: y + letter / 3,
      text: name,
      size: letter,
      anchor: isAtEdge ? "end" : "start",
      ink: "text",
      hasHalo: true,
    });
  }
  return shapes;
}
