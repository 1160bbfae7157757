/**
 * Coordinates correcting: what the popover is open for, and what happens to a correction: it goes into the state, the
 * focus returns to the highlight, and screen readers are told.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../document/types.js").Range} Span
 * @typedef {import("../document/types.js").Quote} Quote
 * @typedef {import("../document/corrections/types.js").Correction} Correction
 * @typedef {import("./subject.js").Subject} Subject
 * @typedef {{view: () => import("../article/article-view.js").ArticleView|null, copyQuotes: (quotes: Quote[]) => void}} Reading
 *
 * @typedef {{range: Span}|{at: number, quote?: boolean}} Anchor selected words, or the place of a chosen highlight:
 *   with `quote`, the quotation there and nothing else
 */

import { domRange } from "../article/dom-ranges.js";
import { jump } from "../article/emphasis.js";
import { canCorrect, isPrepared, placesLike, prepareCorrections } from "../document/corrections/corrector.js";
import { cited, described } from "../document/corrections/describe.js";
import { doubtfulIn } from "../document/doubtful.js";
import { typeLabel } from "../document/families.js";
import { extentOf } from "../document/ranges.js";
import { shownIn } from "../document/shown.js";
import { chainLabel, speakerName } from "../document/speakers.js";
import { part } from "../dom.js";
import { hasUnlinkedPlaces, isPlaceType, linkPlaces } from "../places/resolver.js";
import { displayed, keyOf } from "../shortcuts.js";
import { correct } from "../state/corrections.js";
import { isNewResult } from "../state/updates.js";
import { createActions } from "./actions.js";
import { createPopover } from "./popover.js";
import { forSelection, forSubject } from "./sections.js";
import { subjectAt } from "./subject.js";

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
export function createController(store, { view, copyQuotes }, focus, notices) {
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
    // A reader who is checking the doubtful marks goes on to the next one.
    if ((removed || correction.do === "accept") && store.get().hidden.has("sure")) {
      close();
      announce(described(before.text, before.document, correction));
      return goOn(correction.at[0]);
    }
    const sentence = described(
      before.text,
      correction.do === "merge" ? before.document : now().document,
      correction,
      before.document,
    );
    if (removed) close();
    else if (wasOpen) open({ at: correction.at[0], quote: isOfQuote(correction, wasOpen) });
    if (removed && inside) focus.at(correction.at[0]);
    returnFocus(correction.at, `${sentence}. Undo with ${displayed(keyOf("undo"))}.`);
  }

  /** @param {Correction} correction @param {Anchor} was */
  function isOfQuote(correction, was) {
    if (correction.do === "quote" || correction.do === "speaker") return true;
    return (correction.do === "note" || correction.do === "accept") && "at" in was && was.quote;
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

  /** What screen readers call the popover. @param {Anchor} where @param {Subject} subject */
  function labelOf(where, { entity, chain, quote }) {
    const { text, document } = now();
    if ("range" in where) return `Mark ${cited(text.slice(...where.range))}`;
    if (entity) return `Correct ${cited(entity.text)}, ${typeLabel(entity.type)}`;
    if (chain) return `Correct the mention of ${chainLabel(chain)}`;
    return quote ? `Correct the quotation of ${speakerName(text, document, quote) ?? "nobody named"}` : "Correct";
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
    const scene = { ...now(), settings, countPlacesLike, copy: (/** @type {Quote} */ quote) => copyQuotes([quote]) };
    const subject = subjectOf(where);
    const { entity, mention, quote } = subject;
    const named = entity ?? mention;
    covered = "range" in where ? where.range : named ? [named.start, named.end] : quote && extentOf(quote);
    const content = "range" in where ? forSelection(scene, actions, where.range) : forSubject(scene, actions, subject);
    if (content.length === 0) return close();
    popover.show(labelOf(where, subject), content);
    if (entity && isPlaceType(entity.type) && hasUnlinkedPlaces(store)) {
      const again = () => anchor === where && open(where);
      // Without the table, the popover says less.
      linkPlaces(store).then(again, () => {});
    }
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
    if (isNewResult(state, before) || state.view !== before.view || filtered) close();
  });

  /**
   * Goes to the next doubtful highlight at or after an offset, and to the first one after the last.
   * @param {number} from
   */
  function goOn(from) {
    const { document, hidden } = store.get();
    const current = view();
    if (!document || !current) return;
    const left = doubtfulIn(document, hidden);
    if (left.length === 0) {
      part("article").focus({ preventScroll: true });
      return announce("Nothing is left to check.");
    }
    const { range, isQuote } = left.find(({ range }) => range[0] >= from) ?? left[0];
    jump(current, range);
    open({ at: range[0], quote: isQuote });
  }

  return {
    goOn,
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
