/**
 * How a worker responds to messages, in a browser and in Node.
 *
 * The first message is the engine, every later one a text.
 * @typedef {{engine: import("./engine.js").Engine} | {text: string, date?: string, progress?: boolean}} Message
 * @typedef {{document: import("./document.js").NewsDocument | null, model: string} | {error: string} | {share: number}} Reply
 *   the document and the fingerprint of the model that produced it; before them, how much of the work is done
 */

import { Annotator, initSync } from "./engine/newsmark.js";

/** @type {Annotator|null} */
let annotator = null;

/**
 * @param {Message} message
 * @param {(reply: Reply) => void} reply
 */
export function answer(message, reply) {
  try {
    reply(result(message, (share) => reply({ share })));
  } catch (error) {
    reply({ error: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * @param {Message} message
 * @param {(share: number) => void} report
 * @returns {Reply}
 */
function result(message, report) {
  if ("engine" in message) {
    initSync({ module: message.engine.module });
    annotator = new Annotator(message.engine.model);
    return { document: null, model: annotator.model };
  }
  if (!annotator) throw new Error("the worker was given a text before its engine");
  const { text, date, progress } = message;
  return { document: annotator.annotate(text, date, progress ? report : undefined), model: annotator.model };
}
