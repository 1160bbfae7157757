/**
 * Several texts at once, each in the next worker that is free.
 *
 * @typedef {import("./index.js").Annotator} Annotator
 * @typedef {import("./document.js").NewsDocument} NewsDocument
 * @typedef {{text: string, date?: string}} Job
 */

import { onAbort } from "./cancel.js";

/**
 * @param {Job[]} jobs
 * @param {number} workers
 * @param {() => Annotator} create
 * @param {import("./index.js").Signal} [signal]
 * @param {(done: number, total: number) => void} [onProgress]
 * @returns {Promise<NewsDocument[]>} in the order of the texts
 */
export async function annotated(jobs, workers, create, signal, onProgress) {
  signal?.throwIfAborted();
  const annotators = Array.from({ length: Math.min(workers, jobs.length) }, create);
  const close = () => {
    for (const annotator of annotators) annotator.close();
  };
  /** @type {NewsDocument[]} */
  const documents = new Array(jobs.length);
  let [next, done] = [0, 0];

  /** @param {Annotator} annotator */
  async function work(annotator) {
    while (next < jobs.length) {
      const index = next++;
      const { text, date } = jobs[index];
      documents[index] = await annotator.annotate(text, { date });
      done += 1;
      onProgress?.(done, jobs.length);
    }
  }

  const cancelled = signal && onAbort(signal, close);
  try {
    await Promise.all(annotators.map(work));
    return documents;
  } catch (error) {
    // Closed annotators say so, and not why they were.
    signal?.throwIfAborted();
    throw error;
  } finally {
    cancelled?.();
    close();
  }
}
