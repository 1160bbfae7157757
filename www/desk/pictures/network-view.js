/** Shows the network of people: all of it, or what is around one person. */

import { formatNumber, plural } from "../../document/words.js";
import { button, element } from "../../dom.js";
import { runInSlices } from "../../scheduling.js";
import { choice } from "./choice.js";
import { createFigure } from "./figure.js";
import { graph, layout } from "./graph.js";
import { around, network } from "./network.js";

/**
 * @typedef {import("../people/merge.js").Person} Person
 * @typedef {import("./network.js").Network} Network
 */

/** @param {(words: string) => void} say */
export function createNetwork(say) {
  const kind = choice(
    "Show",
    [
      ["together", "who is named with whom"],
      ["about", "who speaks about whom"],
    ],
    draw,
  );
  const count = choice(
    "People",
    [
      ["50", "50"],
      ["100", "100"],
      ["200", "200"],
      ["300", "300"],
    ],
    draw,
  );
  const least = choice(
    "At least",
    [
      ["1", "once"],
      ["2", "twice"],
      ["3", "3 times"],
      ["5", "5 times"],
      ["10", "10 times"],
    ],
    draw,
  );
  const whole = button("", "Show everybody", () => {
    focused = null;
    draw();
    kind.label.querySelector("select")?.focus();
  });
  const figure = createFigure("network", say);
  const root = element(
    "section",
    "picture-part",
    element("h3", "", "Who is linked with whom"),
    element("div", "desk-filters", kind.label, count.label, least.label, whole),
    figure.root,
  );
  /** @type {import("../gathered.js").Gathered|null} */
  let gathered = null;
  /** The reference of the person that the reader has chosen. @type {string|null} */
  let focused = null;
  let work = runInSlices(nothing(), 1);
  /** Counts the drawings; only the last one is shown. */
  let asked = 0;

  async function draw() {
    if (!gathered) return;
    const mine = ++asked;
    work.stop();
    const all = network(
      gathered,
      /** @type {import("./network.js").Kind} */ (kind.value()),
      Number(count.value()),
      Number(least.value()),
    );
    const person = focused === null ? undefined : gathered.people.byReference.get(focused);
    const shown = person ? around(all, person) : all;
    whole.hidden = !person;
    if (shown.links.length === 0) {
      figure.empty(
        person
          ? `Nobody is linked with ${person.name} so often.`
          : "There is nothing to show: no two people are linked so often.",
      );
      return;
    }
    const width = Math.max(320, Math.min(1400, root.clientWidth));
    const height = Math.round(Math.min(900, Math.max(420, width * 0.62, Math.sqrt(shown.people.length) * 60)));
    try {
      const steps = await layout(shown, width, height);
      if (mine !== asked) return;
      work = runInSlices(drawing(steps), 1);
    } catch (error) {
      if (mine === asked)
        figure.empty(`The network could not be drawn (${error instanceof Error ? error.message : error}).`);
    }

    /** @param {Generator<number, import("./graph.js").Layout>} steps */
    function* drawing(steps) {
      const laid = yield* steps;
      show(shown, laid, width, height, person);
    }
  }

  /**
   * @param {Network} network
   * @param {import("./graph.js").Layout} laid
   * @param {number} width
   * @param {number} height
   * @param {Person|undefined} person
   */
  function show(network, laid, width, height, person) {
    const isAbout = network.kind === "about";
    const what = isAbout ? "Who speaks about whom" : "Who is named with whom";
    const label = `${what}${person ? `, around ${person.name}` : ""}: ${plural(network.people.length, "person", "people")}.`;
    const rows = network.links.map(({ source, target, weight }) => [
      opener(source),
      opener(target),
      formatNumber(weight),
    ]);
    const heads = isAbout ? ["Who speaks", "About whom", "Quotations"] : ["Person", "Named with", "Articles"];
    const svg = figure.show(graph(laid, network.kind, width, height), label, heads, rows);
    svg.addEventListener("click", ({ target }) => {
      const key = target instanceof Element ? target.closest("[data-key]")?.getAttribute("data-key") : null;
      if (key) focus(laid.nodes[Number(key)].person);
    });
  }

  /** @param {Person} person */
  const opener = (person) => button("opens", person.name, () => focus(person));

  /** @param {Person} person */
  function focus(person) {
    focused = person.reference;
    draw();
    whole.focus();
  }

  return {
    root,
    /** @param {import("../gathered.js").Gathered} latest */
    draw(latest) {
      gathered = latest;
      draw();
    },
    resize: draw,
    close() {
      asked++;
      work.stop();
    },
  };
}

/** @returns {Generator<number, void>} */
function* nothing() {}
