/**
 * Coordinates correcting: what the popover is open for, and what happens to a correction: it goes into the state, the
 * focus returns to the highlight, and screen readers are told.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").Range} Span
 * @typedef {import("../document/corrections/types.js").Correction} Correction
 * @typedef {import("./subject.js").Subject} Subject
 * @typedef {{view: () => import("../article/article-view.js").ArticleView|null}} Reading
 *
 * @typedef {{range: Span}|{at: number, quote?: boolean}} Anchor selected words, or the place of a chosen highlight:
 *   with `quote`, the quotation there and nothing else
 */

import { domRange } from "../article/dom-ranges.js";
import { canCorrect, isPrepared, placesLike, prepareCorrections } from "../document/corrections/corrector.js";
import { described } from "../document/corrections/describe.js";
import { shownIn } from "../document/shown.js";
import { part } from "../dom.js";
import { displayed, keyOf } from "../shortcuts.js";
import { correct } from "../state/corrections.js";
import { createActions } from "./actions.js";
import { createPopover } from "./popover.js";
import { forSelection, forSubject } from "./sections.js";
import { extentOf, subjectAt } from "./subject.js";

/** @param {string} sentence */
export function announce(sentence) {
  part("announcement").textContent = sentence;
}

/**
 * @param {Store} store
 * @param {Reading} reading
 * @param {ReturnType<typeof import("./focus.js").trackFocus>} focus
 * @param {import("../page/notices.js").Notices} notices
 */
export function createController(store, { view }, focus, notices) {
  const article = part("article");
  /** What the popover is open for. @type {Anchor|null} */
  let anchor = null;
  /** The range that the popover must not cover. @type {Span|null} */
  let covered = null;
  /** The settings made in the popover. */
  const settings = { everywhere: false, isIdentityOpen: false };

  const popover = createPopover(() => {
    const current = view();
    const range = current && covered && domRange(current, covered);
    return range ? [...range.getClientRects()] : [];
  });
  const actions = createActions(now, perform);

  function now() {
    const { text, document } = store.get();
    if (!document) throw new Error("no document to correct");
    return { text, document };
  }

  /** @param {Correction} correction */
  function perform(correction) {
    if (!canCorrect()) return whenPrepared(() => perform(correction));
    const before = now();
    const inside = popover.box.contains(document.activeElement);
    const wasOpen = anchor;
    try {
      store.update(correct(correction));
    } catch (error) {
      return notices.show(
        "corrections",
        `This could not be corrected: ${error instanceof Error ? error.message : error}.`,
      );
    }
    // The highlight may start elsewhere now, but it is the same one, so its settings stay.
    if (wasOpen && "at" in wasOpen) anchor = { at: correction.at[0] };
    getSelection()?.removeAllRanges();
    const removed = correction.do === "unmark" || correction.do === "unquote";
    const sentence = described(before.text, correction.do === "merge" ? before.document : now().document, correction);
    if (removed) close();
    else if (wasOpen) open({ at: correction.at[0], quote: correction.do === "quote" || correction.do === "speaker" });
    if (removed && inside) focus.at(correction.at[0]);
    returnFocus(correction.at, `${sentence}. Undo with ${displayed(keyOf("undo"))}.`);
  }

  /**
   * Acts as soon as what was found can be corrected, unless another article is there by then.
   * @param {() => void} act
   */
  function whenPrepared(act) {
    const { text, found } = store.get();
    if (!found) return;
    prepareCorrections(text, found).then(
      () => store.get().found === found && act(),
      () =>
        notices.show(
          "corrections",
          "The part of Newsmark that corrects articles could not be loaded. Try again later.",
        ),
    );
  }

  /** How many places have the words of a range; 0 as long as that is not known. @param {Span} range */
  function countPlacesLike(range) {
    const { text, found, corrections } = store.get();
    return found && isPrepared(text, found) ? placesLike(text, found, corrections, range) : 0;
  }

  /**
   * Moves the focus to the correction and announces it.
   * @param {Span} range
   * @param {string} sentence
   */
  function returnFocus([start, end], sentence) {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || article.contains(activeElement)) focus.at(start);
    const current = view();
    const rect = current && domRange(current, [start, end])?.getBoundingClientRect();
    if (rect && (rect.bottom < 0 || rect.top > innerHeight)) scrollBy(0, rect.top - innerHeight / 3);
    announce(sentence);
  }

  /** @param {Anchor} where @returns {Subject} */
  function subjectOf(where) {
    if ("range" in where) return { entity: null, mention: null, chain: null, quote: null };
    const { document } = now();
    const subject = subjectAt(document, where.at, shownIn(document, store.get().hidden));
    return where.quote ? { entity: null, mention: null, chain: null, quote: subject.quote } : subject;
  }

  /**
   * Opens the popover, or renders it again.
   * @param {Anchor} where
   */
  function open(where) {
    const same = anchor && "at" in anchor && "at" in where && anchor.at === where.at;
    if (!same) Object.assign(settings, { everywhere: false, isIdentityOpen: false });
    anchor = where;
    const scene = { ...now(), settings, countPlacesLike };
    const subject = subjectOf(where);
    const { entity, mention, quote } = subject;
    const named = entity ?? mention;
    covered = "range" in where ? where.range : named ? [named.start, named.end] : quote && extentOf(quote);
    const content = "range" in where ? forSelection(scene, actions, where.range) : forSubject(scene, actions, subject);
    if (content.length === 0) return close();
    popover.show("range" in where ? "Mark the selected words" : "Correct the highlight", content);
    const { text, found } = store.get();
    if (found && !isPrepared(text, found)) whenPrepared(() => anchor === where && open(where));
  }

  function close() {
    anchor = null;
    popover.hide();
  }

  store.subscribe((state, before) => {
    // A correction may reveal what was hidden; the popover is then open for just that.
    const filtered = state.hidden !== before.hidden && state.corrections === before.corrections;
    if (state.found !== before.found || state.view !== before.view || filtered) close();
  });

  return {
    popover,
    actions,
    open,
    close,
    subjectOf,
    returnFocus,
    get anchor() {
      return anchor;
    },
  };
}

/** @typedef {ReturnType<typeof createController>} Controller */
