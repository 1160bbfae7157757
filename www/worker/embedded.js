/**
 * What the build put into the one-file form (scripts/assemble.mjs), as text in elements of its own. What
 * is long stands in several, so that a worker can begin with the first of them while the browser is
 * still reading the rest.
 *
 * @typedef {{piece: string, text: string, last: boolean}} Piece a part of what has a name
 */

/** The text under a name; null in the hosted form, or where the browser has not read so far. @param {string} name */
export const embedded = (name) => document.querySelector(`script[data-embedded="${name}"]`)?.textContent ?? null;

/**
 * Sends a worker what stands under each of the names, in the page's order, each piece as soon as it is read. What
 * is not there is sent as empty: so every name has a last piece.
 * @param {Worker} worker
 * @param {string[]} names
 */
export function sendPieces(worker, names) {
  /** @type {(piece: Piece) => void} */
  const send = (piece) => worker.postMessage(piece);
  let sent = 0;
  const look = () => {
    const all = [...document.querySelectorAll("script[data-embedded]")].map(
      (element) => /** @type {HTMLElement} */ (element),
    );
    const whole = document.readyState !== "loading";
    // The last one may still be growing.
    const read = whole ? all.length : all.length - 1;
    for (; sent < read; sent++) {
      const { textContent, dataset } = all[sent];
      const piece = dataset.embedded ?? "";
      if (names.includes(piece))
        send({ piece, text: textContent ?? "", last: all[sent + 1]?.dataset.embedded !== piece });
    }
    if (!whole) return;
    watching.disconnect();
    document.removeEventListener("DOMContentLoaded", look);
    for (const piece of names) if (embedded(piece) === null) send({ piece, text: "", last: true });
  };
  const watching = new MutationObserver(look);
  watching.observe(document.body, { childList: true });
  document.addEventListener("DOMContentLoaded", look);
  look();
}
