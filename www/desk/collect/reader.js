/**
 * The page's side of the worker that takes articles out of archives and tables.
 *
 * @typedef {import("./archive.js").FileRead|import("./tables.js").RowRead} Item
 */

import { UserError } from "../../import/user-error.js";
import { createRequests } from "../../worker/requests.js";
import { startDeskCollector } from "../../worker/start.js";

const ask = createRequests(
  startDeskCollector,
  "the part of Newsmark that reads archives and tables could not be loaded",
);

/**
 * @param {File} file
 * @param {import("./kinds.js").Container} kind
 * @returns {AsyncGenerator<Item>}
 */
export async function* openContainer(file, kind) {
  const reader = await ask({ open: file, kind });
  try {
    for (;;) {
      const { items, done, problem } = await ask({ next: reader });
      yield* items;
      if (problem) throw new UserError(problem === "moved" ? "It was moved or changed while it was read." : problem);
      if (done) return;
    }
  } finally {
    await ask({ close: reader });
  }
}
