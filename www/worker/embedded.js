/**
 * Access to what the build embedded in the one-file form (scripts/assemble.mjs) as text in script elements. Long texts
 * are split over several elements, so that a worker can start on the first while the browser is still parsing the rest.
 *
 * @typedef {{piece: string, text: string, last: boolean}} Piece a part of an embedded text
 */

/**
 * The embedded text with a name; null in the hosted form, or if the browser has not parsed it yet.
 * @param {string} name
 */
export const embedded = (name) => document.querySelector(`script[data-embedded="${name}"]`)?.textContent ?? null;

/**
 * Sends the embedded texts with the given names to a worker, in document order, each piece as soon as it has been
 * parsed. A missing text is sent as empty, so that every name has a last piece.
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
    // The last element may still be incomplete.
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
