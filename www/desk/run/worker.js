/**
 * A worker that annotates articles of a collection. The page only stores its answers, so it sends the document as
 * compressed JSON, with the summary.
 *
 * @typedef {{id: number, text: string, metadata: import("../../document/types.js").Metadata}} Request
 */

import { serveEngine } from "../../worker/engine.js";
import { packed } from "../store/packing.js";
import { summarise } from "../summary.js";

/** The texts that are being annotated, for their summaries. @type {Map<number, Request>} */
const requests = new Map();
// Before Rust gets the message.
self.addEventListener("message", ({ data }) => {
  if ("text" in data) requests.set(data.id, data);
});

serveEngine((answer, post) => {
  // The page learns of an error in the same way as of a crash.
  send(answer, post).catch((error) =>
    setTimeout(() => {
      throw error;
    }),
  );
});

/** @type {(answer: import("../../worker/client.js").Answer & {id: number}, post: (message: unknown) => void) => Promise<void>} */
async function send({ id, document, milliseconds, model }, post) {
  const request = requests.get(id);
  requests.delete(id);
  if (!request) return;
  // The id is that of the request; the page knows that of the article.
  const summary = summarise(document, request);
  post({ id, milliseconds, model, document: await packed(JSON.stringify(document)), summary });
}
