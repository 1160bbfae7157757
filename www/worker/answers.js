/**
 * The worker's side of requests.js, for workers with one WebAssembly module: the first message contains the module, and
 * each of the others is a request.
 *
 * @typedef {import("./source.js").Source} Source
 */

import { bytes } from "./source.js";

/**
 * @param {(options: {module: ArrayBuffer}) => unknown} initSync
 * @param {(request: any) => {answer: unknown, transfer?: Transferable[]}} respond
 */
export function answerRequests(initSync, respond) {
  /** @type {Promise<void>} */
  let ready;

  self.onmessage = ({ data }) => {
    if (data.module) ready = load(data.module);
    else reply(data);
  };

  /** @param {Source} source */
  async function load(source) {
    initSync({ module: await bytes(source) });
  }

  /** @param {{id: number}} request */
  async function reply(request) {
    const { id } = request;
    try {
      await ready;
      const { answer, transfer = [] } = respond(request);
      self.postMessage({ id, answer }, { transfer });
    } catch (error) {
      self.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
    }
  }
}
