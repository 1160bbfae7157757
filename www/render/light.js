/**
 * What is pointed at, lights up with all that belongs to it, in the article and in the panel;
 * everything else steps back.
 *
 * @typedef {import("../state/store.js").Target} Target
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("./article.js").ArticleView} ArticleView
 */

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** How long a mark is flashed that was jumped to, as in style/marks.css. */
const FLASH = 1600;

/**
 * @param {HTMLElement} root the article or the panel
 * @param {Iterable<HTMLElement>} pieces
 */
export function light(root, pieces) {
  for (const piece of root.querySelectorAll(".lit")) piece.classList.remove("lit");
  let any = false;
  for (const piece of pieces) {
    piece.classList.add("lit");
    any = true;
  }
  root.classList.toggle("focusing", any);
}

/**
 * Brings a mark into the middle of the window, gives it the focus and flashes all of it.
 * @param {ArticleView} view
 * @param {number} start
 * @param {number} end
 */
export function jump(view, start, end) {
  const first = view.starts.get(start);
  if (!first) return;
  first.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  /** @type {HTMLElement[]} */
  const flashed = [];
  for (let piece = /** @type {Element|null} */ (first); piece; piece = piece.nextElementSibling) {
    const segment = view.segments.get(piece);
    if (!segment || segment.start >= end) break;
    flashed.push(/** @type {HTMLElement} */ (piece));
  }
  for (const piece of flashed) piece.classList.add("flash");
  setTimeout(() => flashed.forEach((piece) => piece.classList.remove("flash")), FLASH);
}
