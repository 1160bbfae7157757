// Writes www/map/outline.js, the outline of the world for the map, from Natural Earth's 1:110m data (public domain),
// as the npm package world-atlas has them. Run it again if the projection changes: node scripts/outline.mjs

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { feature, mesh } from "topojson-client";
import { projected } from "../www/map/projection.js";

const FILE = "www/map/outline.js";

/** The module's text. */
export function outline() {
  const world = JSON.parse(readFileSync("node_modules/world-atlas/countries-110m.json", "utf8"));
  const { countries, land } = world.objects;
  const polygons = feature(world, land).features.flatMap(({ geometry }) => geometry.coordinates.flat());
  const borders = mesh(world, countries, (a, b) => a !== b).coordinates;
  return `// Written by scripts/outline.mjs. Change that, then run it.

/** The coasts, as the data of an SVG path. */
export const LAND =
  "${polygons.map((ring) => `${path(onOneSide(ring))}Z`).join("")}";

/** The borders between countries. */
export const BORDERS =
  "${borders.map((line) => path(onOneSide(line))).join("")}";
`;
}

/**
 * Land across the date line has points on both edges of the map. It is drawn on beyond the edge where it begins.
 * @param {[number, number][]} line
 * @returns {[number, number][]}
 */
function onOneSide(line) {
  // The outline of Antarctica runs along the edges and the bottom of the map.
  if (line.some(([, lat]) => lat < -85)) return line;
  let turns = 0;
  return line.map(([lon, lat], index) => {
    const step = index === 0 ? 0 : lon - line[index - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lon + 360 * turns, lat];
  });
}

/** A line with one decimal place, each point relative to the one before. @param {[number, number][]} line */
function path(line) {
  let [x, y] = [0, 0];
  const parts = line.map(([lon, lat], index) => {
    const [toX, toY] = projected(lat, lon).map((value) => Math.round(value * 10));
    const step = [toX - x, toY - y].map((value) => value / 10);
    [x, y] = [toX, toY];
    if (index > 0 && step[0] === 0 && step[1] === 0) return "";
    return `${index === 0 ? "M" : "l"}${step[0]} ${step[1]}`;
  });
  return parts
    .join("")
    .replaceAll(" -", "-")
    .replaceAll(/(?<![\d.])0\./g, ".");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(FILE, outline());
