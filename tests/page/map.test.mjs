// The map: which places are on it, where they are, and what is in view.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { outline } from "../../scripts/outline.mjs";
import { picture, viewOf, WORLD, withinWorld } from "../../www/map/picture.js";
import { mappedPlaces, unmappedPlaces } from "../../www/map/places.js";
import { HEIGHT, projected, WIDTH } from "../../www/map/projection.js";

const PARIS = { country: "FR", geonames: 2988507, name: "Paris", kind: "city", lat: 48.85, lon: 2.35 };
const LIMA = { country: "PE", geonames: 3936456, name: "Lima", kind: "city", lat: -12.04, lon: -77.03 };

/** @type {(text: string, value?: object, type?: string) => any} */
const entity = (text, value, type = "GPE") => ({ text, type, value });
/** @param {any[]} entities @returns {any} */
const document = (...entities) => ({ entities });

test("each place is on the map once, the most frequent first", () => {
  const entities = [entity("Lima", LIMA), entity("Paris", PARIS), entity("PARIS", PARIS), entity("Keld")];
  const more = [
    entity("Kenyan", { country: "KE" }, "NORP"),
    entity("Keld"),
    entity("Monday", { timex: "DATE" }, "DATE"),
  ];
  const places = mappedPlaces(document(...entities, ...more));
  assert.deepEqual(
    places.map(({ value, mentions }) => [value.name, mentions.length]),
    [
      ["Paris", 2],
      ["Lima", 1],
    ],
  );
  const unlinked = unmappedPlaces(document(...entities, ...more)).map(({ text }) => text);
  assert.deepEqual(unlinked, ["Keld"]);
});

test("the world is projected onto the map", () => {
  assert.deepEqual(projected(0, 0), [WIDTH / 2, HEIGHT / 2]);
  for (const [lat, lon] of [
    [90, 0],
    [-90, 180],
    [0, -180],
    [48.85, 2.35],
  ]) {
    const [x, y] = projected(lat, lon);
    assert.ok(x >= -1e-9 && x <= WIDTH + 1e-9 && y >= 0 && y <= HEIGHT, `${lat} ${lon}: ${x} ${y}`);
  }
  const [west, east] = [projected(40, -100), projected(40, 100)];
  assert.ok(west[0] < WIDTH / 2 && east[0] > WIDTH / 2 && west[1] < HEIGHT / 2);
});

test("all places are in view", () => {
  const places = mappedPlaces(document(entity("Lima", LIMA), entity("Paris", PARIS)));
  for (const some of [places, places.slice(0, 1)]) {
    const circles = picture(some, viewOf(some)).shapes.filter(({ kind }) => kind === "circle");
    assert.equal(circles.length, some.length);
    for (const { x, y } of circles) assert.ok(x > 0 && x < WIDTH && y > 0 && y < HEIGHT);
  }
  assert.deepEqual(viewOf([]), WORLD);
  assert.deepEqual(withinWorld({ x: -50, y: 9999, zoom: 0.1 }), WORLD);
});

test("names do not cover each other", () => {
  const near = Array.from({ length: 30 }, (_, i) =>
    entity(`P${i}`, { ...PARIS, geonames: i + 1, name: `Place ${i}`, lat: 48 + i / 50 }),
  );
  const words = picture(mappedPlaces(document(...near)), WORLD).shapes.filter(({ kind }) => kind === "text");
  assert.equal(words.length, 1);
});

test("the outline is the one that would be made now", () => {
  assert.equal(readFileSync("www/map/outline.js", "utf8"), outline());
});
