/** Whether there is room for what a person wants to add, as far as that can be told before it is read. */

import { formatNumber } from "../../document/words.js";

/** An article takes so many times the bytes of its text: with its document, compressed, and its summary. */
const FACTOR = 6;
/** A compressed file holds so many times its bytes. */
const COMPRESSED = 3;

const PACKED = /\.(zip|gz|docx|odt)$/i;

/**
 * What to tell the reader; empty if there is room, or the browser does not say.
 * @param {import("./walk.js").Given} given
 */
export async function lackOfRoom(given) {
  // The files of a dropped folder are not known yet.
  const files = given.filter((one) => one instanceof File);
  const needed = files.reduce((sum, { name, size }) => sum + size * FACTOR * (PACKED.test(name) ? COMPRESSED : 1), 0);
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  if (quota === undefined || usage === undefined || needed <= quota - usage) return "";
  return `These files would take about ${megabytes(needed)} megabytes of this browser’s storage, which has room for ${megabytes(quota - usage)}. What fits can be added, the rest cannot.`;
}

/** @param {number} bytes */
const megabytes = (bytes) => formatNumber(Math.max(1, Math.round(bytes / 1e6)));
