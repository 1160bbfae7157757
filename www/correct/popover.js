/**
 * The popover: next to the words that it belongs to, never over them. On a narrow page it is a sheet at the top or the
 * bottom of the window, away from the words.
 */

import { element } from "../dom.js";

const GAP = 8;
/** The same as in style/correct.css. */
const NARROW = matchMedia("(max-width: 40rem)");

/** @param {() => DOMRect[]} anchorRects the rectangles of the words in the window, line by line */
export function createPopover(anchorRects) {
  const box = element("div", "correcting");
  box.id = "correcting";
  box.role = "dialog";
  box.tabIndex = -1;
  box.hidden = true;
  document.body.append(box);
  addEventListener("resize", position);
  // Something in the popover was opened or closed.
  new ResizeObserver(position).observe(box);

  function position() {
    if (box.hidden) return;
    const rects = anchorRects();
    if (rects.length === 0) return;
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    box.classList.toggle("bottom-sheet", NARROW.matches);
    const { offsetWidth: width, offsetHeight: height } = box;
    if (NARROW.matches) {
      const fitsAbove = top >= height + GAP;
      const isCovered = bottom > innerHeight - height - GAP;
      box.classList.toggle("at-top", isCovered && fitsAbove);
      box.style.left = box.style.top = "";
      // At the end of the page, there must be something to scroll.
      document.body.style.paddingBottom = `${height + GAP}px`;
      // Words in the middle of the window move up. Of a long quotation at least the beginning is shown.
      if (isCovered && !fitsAbove) scrollBy(0, Math.min(bottom - (innerHeight - height - GAP), top - GAP));
      return;
    }
    const page = document.documentElement;
    const last = rects[rects.length - 1];
    const x = Math.max(GAP, Math.min(last.left, page.clientWidth - width - GAP));
    const alignedTop = Math.max(GAP, Math.min(top, innerHeight - height - GAP));
    const right = Math.max(...rects.map((rect) => rect.right)) + GAP;
    const left = Math.min(...rects.map((rect) => rect.left)) - width - GAP;
    const candidates = [
      { x, y: bottom + GAP, fits: bottom + GAP + height <= innerHeight },
      { x, y: top - height - GAP, fits: top - height - GAP >= 0 },
      { x: right, y: alignedTop, fits: right + width <= page.clientWidth },
      { x: left, y: alignedTop, fits: left >= 0 },
    ];
    // If the words leave no room around them, the popover must at least be visible.
    const best = candidates.find(({ fits }) => fits) ?? { x, y: innerHeight - height - GAP };
    // Relative to the page, so that it scrolls along.
    box.style.left = `${best.x + scrollX}px`;
    box.style.top = `${best.y + scrollY}px`;
  }

  return {
    box,
    position,
    get open() {
      return !box.hidden;
    },

    /**
     * Shows these elements and restores the focus if the focused control is among them.
     * @param {string} label
     * @param {HTMLElement[]} content
     */
    show(label, content) {
      const focusedKey =
        document.activeElement instanceof HTMLElement && box.contains(document.activeElement)
          ? document.activeElement.dataset.key
          : undefined;
      const inside = box.contains(document.activeElement);
      box.ariaLabel = label;
      box.replaceChildren(...content);
      box.hidden = false;
      position();
      if (!inside) return;
      const again = focusedKey === undefined ? null : box.querySelector(`[data-key="${focusedKey}"]`);
      (again instanceof HTMLElement ? again : box).focus({ preventScroll: true });
    },

    hide() {
      document.body.style.paddingBottom = "";
      box.hidden = true;
      box.replaceChildren();
    },

    /** @param {string} [focusedKey] the control to focus; by default the first one */
    enter(focusedKey) {
      const control = focusedKey === undefined ? null : box.querySelector(`[data-key="${focusedKey}"]`);
      const first = control ?? box.querySelector("[aria-pressed=true]") ?? box.querySelector("button, select, input");
      if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    },
  };
}

/** @typedef {ReturnType<typeof createPopover>} Popover */
