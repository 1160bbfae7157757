/**
 * The article by keyboard: it is one stop for the Tab key; the left and right arrow keys go from mark to mark.
 *
 * @param {HTMLElement} root
 * @param {(piece: HTMLElement) => boolean} shown
 */
export function walkMarks(root, shown) {
  const stops = () =>
    /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".piece.first, .piece.opening")]).filter(shown);

  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const all = stops();
    if (all.length === 0) return;
    event.preventDefault();
    const here = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
    const target = all[Math.min(Math.max(next, 0), all.length - 1)];
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
  });
}
