/**
 * Focuses a piece of the article. A piece can be focused only while it has the focus: in Chromium, a drag that starts on
 * the first half of the first letter of a focusable element selects nothing.
 * @param {HTMLElement} piece
 */
export function focusPiece(piece) {
  piece.tabIndex = -1;
  piece.addEventListener("blur", release);
  piece.focus({ preventScroll: true });

  function release() {
    // The window lost the focus, and will give it back to the piece.
    if (document.activeElement === piece) return;
    piece.removeEventListener("blur", release);
    piece.removeAttribute("tabindex");
  }
}

/**
 * Makes the words under the pointer selectable even if their piece has the focus.
 * @param {HTMLElement} article
 */
export function releaseOnPress(article) {
  article.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element) target.closest(".piece[tabindex]")?.removeAttribute("tabindex");
  });
}
