/**
 * Connects correcting to the page: a selection or a click in the article opens the popover; shortcuts work both in the
 * article and in the popover.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("./controller.js").Reading} Reading
 * @typedef {import("./controller.js").Anchor} Anchor
 */

import { selectedRange } from "../article/dom-ranges.js";
import { jump } from "../article/emphasis.js";
import { focusPiece, releaseOnPress } from "../article/focus-piece.js";
import { unappliedIn } from "../document/corrections/corrector.js";
import { cited, described, describedLost } from "../document/corrections/describe.js";
import { sameRange, trimmed, wholeWords } from "../document/ranges.js";
import { part } from "../dom.js";
import { isTyping } from "../page/shortcuts-dialog.js";
import { commandFor } from "../shortcuts.js";
import { isNewResult } from "../state/updates.js";
import { mountChanges } from "./changes.js";
import { mountChecking } from "./checking.js";
import { announce, createController } from "./controller.js";
import { trackFocus } from "./focus.js";
import { handleKey } from "./handle-key.js";
import { mountHistory } from "./history.js";
import { selectByKeyboard } from "./keyboard-selection.js";

/** How many lost corrections the notice names. */
const LISTED = 3;

/** Wait, in milliseconds, until the user has finished adjusting a selection. */
const SETTLE_DELAY = 150;

/**
 * @param {Store} store
 * @param {Reading} reading
 * @param {import("../page/notices.js").Notices} notices
 */
export function mountCorrecting(store, reading, notices) {
  const article = part("article");
  const focus = trackFocus(article, reading.view);
  const controller = createController(store, reading, focus, notices);
  const { box } = controller.popover;
  selectByKeyboard(article, reading.view);
  mountHistory(store, (correction, sentence) => {
    controller.close();
    controller.returnFocus(correction.at, sentence);
  });

  /** @returns {Anchor|null} */
  function selectionAnchor() {
    const view = reading.view();
    const selected = view && store.get().view === "reading" ? selectedRange(article, view) : null;
    const { text } = store.get();
    const range = selected && trimmed(text, selected.range);
    return range && { range: wholeWords(text, range) };
  }

  /** @param {EventTarget|null} target @returns {Anchor|null} */
  function highlightAnchor(target) {
    const view = reading.view();
    const meant = target instanceof Element ? view?.targetOf(target) : null;
    if (!view?.document || !meant) return null;
    const segment = view.segments.get(/** @type {Element} */ (target));
    if (segment) return { at: segment.start };
    // The margin shows only quotations.
    return { at: view.document.quotes[meant.id].content[0][0], quote: true };
  }

  // Selected words: with the mouse on release, otherwise when the selection has not changed for a moment.
  let isPointerDown = false;
  let timer = 0;
  function selectionSettled() {
    const anchor = selectionAnchor();
    if (anchor && "range" in anchor) {
      // Already announced. Rendering the popover again could move a button from under the user's finger.
      if (controller.anchor && "range" in controller.anchor && sameRange(controller.anchor.range, anchor.range)) return;
      controller.open(anchor);
      announce(`Selected: ${cited(store.get().text.slice(...anchor.range))}. Press Enter to mark the selection.`);
    } else if (controller.anchor && "range" in controller.anchor && !box.contains(document.activeElement)) {
      controller.close();
    }
  }
  document.addEventListener("pointerdown", ({ target }) => {
    isPointerDown = true;
    if (target instanceof Node && !box.contains(target) && !article.contains(target)) controller.close();
  });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
    document.addEventListener(end, ({ target }) => {
      isPointerDown = false;
      if (target instanceof Node && box.contains(target)) return;
      setTimeout(selectionSettled);
    });
  }
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    if (!isPointerDown && document.activeElement?.closest("#correcting") === null)
      timer = setTimeout(selectionSettled, SETTLE_DELAY);
  });

  releaseOnPress(article);
  article.addEventListener("click", ({ target }) => {
    if (selectionAnchor()) return;
    const anchor = highlightAnchor(target);
    if (!anchor) return controller.close();
    if (target instanceof HTMLElement && target.matches(".piece")) focusPiece(target);
    controller.open(anchor);
  });

  article.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && !event.shiftKey && controller.popover.open) {
      event.preventDefault();
      controller.popover.enter();
    } else if (
      handleKey(controller, event, selectionAnchor() ?? highlightAnchor(event.target), store.get().letterKeys)
    ) {
      event.preventDefault();
    }
  });

  box.addEventListener("keydown", (event) => {
    const { target } = event;
    // For Shift and Tab, WebKitGTK gives the code only.
    if (event.key === "Tab" || event.code === "Tab") return leaveAtEnds(event);
    if (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === "text")) return;
    // Enter and Space belong to the focused button.
    if (event.key !== "Enter" && handleKey(controller, event, controller.anchor, store.get().letterKeys))
      event.preventDefault();
  });

  /** Tab beyond the last control closes the popover and returns to the article. @param {KeyboardEvent} event */
  function leaveAtEnds(event) {
    const controls = [...box.querySelectorAll("button, select, input, summary")].filter((one) => one.checkVisibility());
    const ends = event.shiftKey ? [box, controls[0]] : [controls.at(-1)];
    if (ends.some((end) => end === document.activeElement)) {
      event.preventDefault();
      leave();
      return;
    }
    // Safari skips controls, so that the next one may be outside.
    setTimeout(() => box.contains(document.activeElement) || leave());
  }

  function leave() {
    controller.close();
    focus.restore();
  }

  // In the capture phase, before Escape unpins the target or leads back to the panel (page/reading.js).
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !controller.popover.open) return;
      // An open list is closed first (picker.js).
      if (event.target instanceof Element && event.target.ariaExpanded === "true" && box.contains(event.target)) return;
      event.stopPropagation();
      const inside = box.contains(document.activeElement) || document.activeElement === document.body;
      controller.close();
      getSelection()?.removeAllRanges();
      if (inside) focus.restore();
    },
    true,
  );

  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof Node && !box.contains(target) && !article.contains(target)) controller.close();
  });

  document.addEventListener("keydown", (event) => {
    const { view, letterKeys } = store.get();
    if (view !== "reading" || !letterKeys || isTyping(event) || commandFor(event)?.command !== "doubtful") return;
    event.preventDefault();
    controller.goOn((focus.lastStart ?? -1) + 1);
  });
  mountChecking(store, () => controller.goOn(0));
  const openChanges = mountChanges(store, (range) => {
    const view = reading.view();
    if (view) jump(view, range);
  });
  announceLost(store, notices, openChanges);
}

/**
 * Reports corrections that no longer apply after a text was annotated again, because their passage is gone or has
 * nothing left to correct.
 * @param {Store} store
 * @param {import("../page/notices.js").Notices} notices
 * @param {() => void} openChanges
 */
function announceLost(store, notices, openChanges) {
  /** @type {readonly import("../document/corrections/types.js").Orphaned[]} */
  let known = [];
  store.subscribe((state, before) => {
    const { article, partial, document, lost } = state;
    if (!isNewResult(state, before)) {
      // The user has decided about all of them.
      if (lost !== before.lost && lost.length === 0) notices.dismiss("lost");
      return;
    }
    // A long text is annotated in two steps. Only the second one shows which corrections no longer apply.
    if (!before.partial) known = article === before.article ? before.lost : lost;
    if (partial || !document) return notices.dismiss("lost");
    const passages = new Set(known.map((one) => JSON.stringify(one.passages)));
    const sentences = [
      ...lost.filter(({ passages: own }) => !passages.has(JSON.stringify(own))).map(describedLost),
      ...unappliedIn(document).map(({ index }) => described(state.text, document, state.corrections[index])),
    ];
    if (sentences.length === 0) return notices.dismiss("lost");
    const shown = sentences.length > LISTED ? [...sentences.slice(0, LISTED), "…"] : sentences;
    const one = sentences.length === 1;
    notices.show(
      "lost",
      `${sentences.length} ${one ? "correction no longer applies because its passage has" : "corrections no longer apply because their passages have"} changed: ${shown.join("; ")}.`,
      { label: "Review", act: openChanges },
    );
  });
}
