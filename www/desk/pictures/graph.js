/**
 * Lays out and draws a network: people who are linked attract each other, all others keep their distance. The same network
 * always gives the same picture.
 */

import { plural } from "../../document/words.js";

/**
 * @typedef {import("./network.js").Network} Network
 * @typedef {import("./network.js").Link} Link
 * @typedef {import("../people/merge.js").Person} Person
 * @typedef {import("./shapes.js").Shape} Shape
 * @typedef {{person: Person, radius: number, x: number, y: number}} Node
 * @typedef {{nodes: Node[], links: {source: Node, target: Node, weight: number}[]}} Layout
 */

/** How often the layout is improved, and how often in one step. */
const ROUNDS = 300;
const STEP = 5;
/** The size of the names, and how many stand beside their circles; the others appear when they are pointed at. */
const SIZE = 12;
const NAMED = 70;

/**
 * @param {Network} network
 * @param {number} width
 * @param {number} height
 * @returns {Promise<Generator<number, Layout>>}
 */
export async function layout({ people, links }, width, height) {
  const { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } = await import(
    "../../vendor/d3force.js"
  );
  const most = Math.max(1, ...people.map(({ articles }) => articles));
  // On a spiral, the most frequent in the middle.
  const nodes = people.map((person, i) => ({
    person,
    radius: 4 + 10 * Math.sqrt(person.articles / most),
    x: width / 2 + 9 * Math.sqrt(i) * Math.cos(i * 2.4),
    y: height / 2 + 9 * Math.sqrt(i) * Math.sin(i * 2.4),
  }));
  const nodeOf = new Map(nodes.map((node) => [node.person, node]));
  const strongest = Math.max(1, ...links.map(({ weight }) => weight));
  const edges = links.map(({ source, target, weight }) => ({
    source: /** @type {Node} */ (nodeOf.get(source)),
    target: /** @type {Node} */ (nodeOf.get(target)),
    weight,
  }));
  const spread = Math.sqrt((width * height) / Math.max(1, nodes.length));
  const simulation = forceSimulation(nodes)
    .stop()
    .force(
      "link",
      forceLink(edges)
        .distance(spread * 0.7)
        .strength(({ weight }) => 0.1 + 0.4 * (weight / strongest)),
    )
    .force(
      "charge",
      forceManyBody()
        .strength(-spread * 2.2)
        .distanceMax(spread * 5),
    )
    .force("x", forceX(width / 2).strength(0.05))
    .force("y", forceY(height / 2).strength((0.05 * width) / height))
    .force(
      "collide",
      forceCollide((/** @type {Node} */ { radius }) => radius + SIZE),
    );

  return steps();
  function* steps() {
    for (let done = 0; done < ROUNDS; done += STEP) {
      simulation.tick(STEP);
      yield STEP;
    }
    return { nodes: fitted(nodes, width, height), links: edges };
  }
}

/** Stretches a layout over the picture. @param {Node[]} nodes @param {number} width @param {number} height */
function fitted(nodes, width, height) {
  const [left, right] = [Math.min(...nodes.map(({ x }) => x)), Math.max(...nodes.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...nodes.map(({ y }) => y)), Math.max(...nodes.map(({ y }) => y))];
  /** Names stand beside the circles. */
  const [marginX, marginY] = [Math.min(80, width * 0.18), 30];
  for (const node of nodes) {
    node.x = right > left ? marginX + ((node.x - left) / (right - left)) * (width - 2 * marginX) : width / 2;
    node.y = bottom > top ? marginY + ((node.y - top) / (bottom - top)) * (height - 2 * marginY) : height / 2;
  }
  return nodes;
}

/**
 * @param {Layout} layout
 * @param {"together"|"about"} kind
 * @param {number} width
 * @param {number} height
 * @returns {import("./shapes.js").Picture} the keys of its shapes are the places of the people in the layout
 */
export function graph({ nodes, links }, kind, width, height) {
  const strongest = Math.max(1, ...links.map(({ weight }) => weight));
  /** @type {Shape[]} */
  const shapes = links.map(({ source, target, weight }) => ({
    kind: "line",
    x: source.x,
    y: source.y,
    ...end(source, target, kind === "about"),
    width: 0.6 + 3.4 * (weight / strongest),
    ink: "link",
    title: linkTitle(source, target, weight, kind),
  }));
  if (kind === "about") for (const link of links) shapes.push(...arrow(link.source, link.target));
  for (const [key, { person, radius, x, y }] of nodes.entries())
    shapes.push({
      kind: "circle",
      x,
      y,
      radius,
      ink: "fill",
      key,
      title: `${person.name}, ${plural(person.articles, "article")}`,
    });
  for (const [key, { person, radius, x, y }] of nodes.slice(0, NAMED).entries()) {
    const isRight = x > width / 2;
    const anchor = isRight ? "end" : "start";
    const beside = isRight ? x - radius - 3 : x + radius + 3;
    shapes.push({
      kind: "text",
      x: beside,
      y: y + 4,
      text: person.name,
      size: SIZE,
      anchor,
      ink: "text",
      key,
      hasHalo: true,
    });
  }
  return { width, height, shapes };
}

/** @param {Node} source @param {Node} target @param {number} weight @param {"together"|"about"} kind */
const linkTitle = (source, target, weight, kind) =>
  kind === "about"
    ? `${source.person.name} about ${target.person.name}: ${plural(weight, "quotation")}`
    : `${source.person.name} and ${target.person.name}: ${plural(weight, "article")}`;

/** Where a line ends: at the edge of the circle if it has an arrow. @param {Node} source @param {Node} target @param {boolean} hasArrow */
function end(source, target, hasArrow) {
  const gap = hasArrow ? target.radius + 2 : 0;
  const { x, y, length } = direction(source, target);
  return { x2: source.x + x * Math.max(0, length - gap), y2: source.y + y * Math.max(0, length - gap) };
}

/** The two strokes of the head of an arrow. @param {Node} source @param {Node} target @returns {Shape[]} */
function arrow(source, target) {
  const { x2, y2 } = end(source, target, true);
  const { x, y } = direction(source, target);
  return [0.45, -0.45].map((turn) => {
    const [cos, sin] = [Math.cos(Math.PI + turn), Math.sin(Math.PI + turn)];
    return {
      kind: "line",
      x: x2,
      y: y2,
      x2: x2 + 8 * (x * cos - y * sin),
      y2: y2 + 8 * (x * sin + y * cos),
      width: 1.2,
      ink: "link",
    };
  });
}

/** @param {Node} source @param {Node} target */
function direction(source, target) {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: dx / length, y: dy / length, length };
}
