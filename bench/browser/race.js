// Runs in the browser: all competitors annotate the same texts in one page and take turns.

import compromise from "compromise/three";
import model from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";
import { Annotator, initSync } from "./engine/newsmark.js";

const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());

async function competitors() {
  initSync({ module: await bytes("engine/newsmark_bg.wasm") });
  const annotator = new Annotator(await bytes("engine/newsmark.model"));
  const wink = winkNlp(model);
  return {
    annotator,
    newsmark: (text) => annotator.annotate(text).entities.length,
    compromise(text) {
      const found = compromise(text);
      return [found.people(), found.places(), found.organizations()].reduce((n, some) => n + some.json().length, 0);
    },
    wink: (text) => wink.readDoc(text).entities().out(wink.its.detail).length,
  };
}

/**
 * @param {string[]} texts
 * @param {number} rounds each competitor annotates all texts in every round; a different one starts each round
 * @param {string[]} [who]
 * @returns {Promise<Record<string, number[]>>} milliseconds per round
 */
async function race(texts, rounds, who = ["newsmark", "compromise", "wink"]) {
  const all = await ready;
  const times = Object.fromEntries(who.map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (let k = 0; k < who.length; k++) {
      const name = who[(k + round + 1) % who.length];
      const start = performance.now();
      for (const text of texts) all[name](text);
      // The first round warms up.
      if (round >= 0) times[name].push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return times;
}

/**
 * Adds a word to a sentence and annotates the text twice: from the start, and as a revision of the previous version.
 * @param {string} text
 * @param {number} rounds each edits a different sentence
 * @returns {Promise<{anew: number, revised: number}[]>} milliseconds
 */
async function edits(text, rounds) {
  const { annotator } = await ready;
  const ends = [...text.matchAll(/\w(?=\. )/g)].map((match) => match.index + 1);
  const times = [];
  for (let round = -1; round < rounds; round++) {
    const end = ends[((round + 1) * 37) % ends.length];
    const edited = `${text.slice(0, end)} again${text.slice(end)}`;
    annotator.revise(text);
    const start = performance.now();
    annotator.annotate(edited);
    const between = performance.now();
    annotator.revise(edited);
    // The first round warms up.
    if (round >= 0) times.push({ anew: between - start, revised: performance.now() - between });
    await new Promise((resolve) => setTimeout(resolve));
  }
  return times;
}

const ready = competitors();
Object.assign(window, { race, edits, ready });
