/** The annotation worker. It sends its answers in parts, so that the page is never busy with a long one. */

import { serveEngine } from "./engine.js";
import { splitDocument } from "./parts.js";

serveEngine((answer, post) => {
  for (const part of splitDocument(answer)) post(part);
});
