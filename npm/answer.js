/**
 * What a worker does with its messages, in a browser and in node.
 *
 * The first message is the engine, every later one a text.
 * @typedef {{engine: import("./engine.js").Engine} | {text: string}} Message
 * @typedef {{document: import("./document.js").NewsDocument | null} | {error: string}} Reply
 */

import { Annotator, initSync } from "./engine/newsmark.js";

/** @type {Annotator|null} */
let annotator = null;

/**
 * @param {Message} message
 * @returns {Reply}
 */
export function answer(message) {
  try {
    if ("engine" in message) {
      initSync({ module: message.engine.module });
      annotator = new Annotator(message.engine.model);
      return { document: null };
    }
    if (!annotator) throw new Error("the worker was given a text before its engine");
    return { document: annotator.annotate(message.text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
