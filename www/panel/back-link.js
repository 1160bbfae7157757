/**
 * The way back from a place in the article to the row that led there, and to the previous scroll position.
 *
 * @param {HTMLElement} button shown while there is a way back
 */
export function createBackLink(button) {
  /** @type {{row: HTMLElement, scroll: number}|null} */
  let origin = null;

  function forget() {
    origin = null;
    button.hidden = true;
  }

  /** @returns {boolean} whether there was a way back */
  function back() {
    if (!origin) return false;
    const { row, scroll } = origin;
    forget();
    if (!row.isConnected) return false;
    keepScrollAt(scroll, 3);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest", behavior: "instant" });
    return true;
  }

  /**
   * Scrolls to a position and keeps it for the next frames: a smooth scroll may still be running on the compositor, and
   * Chromium applies its last step afterwards.
   * @param {number} top
   * @param {number} frames
   */
  function keepScrollAt(top, frames) {
    scrollTo({ top, behavior: "instant" });
    if (frames > 0) requestAnimationFrame(() => keepScrollAt(top, frames - 1));
  }

  button.addEventListener("click", back);
  return {
    back,
    forget,
    /** @param {HTMLElement} row leads the reader into the article, once or several times */
    remember(row) {
      origin = { row, scroll: origin?.row === row ? origin.scroll : scrollY };
      button.hidden = false;
    },
  };
}
