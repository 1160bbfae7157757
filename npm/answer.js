/**
 * How a worker responds to messages, in a browser and in Node.
 *
 * The first message is the engine, every later one a text.
 * @typedef {{engine: import("./engine.js").Engine} | {text: string, date?: string}} Message
 * @typedef {{document: import("./document.js").NewsDocument | null, model: string} | {error: string}} Reply the
 *   document and the fingerprint of the model that produced it
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
      return { document: null, model: annotator.model };
    }
    if (!annotator) throw new Error("the worker was given a text before its engine");
    return { document: annotator.annotate(message.text, message.date), model: annotator.model };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
