/**
 * "My changes": all corrections of the article, each with a way to its place and to take it back, and those whose passage
 * is no longer in the text.
 *
 * @typedef {import("../state/store.js").Store} Store
 * @typedef {import("../state/store.js").State} State
 * @typedef {import("../document/types.js").Range} Range
 */

import { unappliedIn } from "../document/corrections/corrector.js";
import { described, describedLost } from "../document/corrections/describe.js";
import { button, element, part } from "../dom.js";
import { mountDialog } from "../page/dialog.js";
import { forget, keepAnyway, takeBack } from "../state/corrections.js";

/**
 * @param {Store} store
 * @param {(range: Range) => void} jump
 * @returns {() => void} opens the dialog
 */
export function mountChanges(store, jump) {
  const dialog = /** @type {HTMLDialogElement} */ (part("changes"));
  const open = mountDialog("changes", () => draw(store.get()));

  /** @param {State} state */
  function draw(state) {
    const { text, document, corrections, lost } = state;
    if (!document) return;
    const idle = new Set(unappliedIn(document).map(({ index }) => index));
    const made = corrections.map((correction, index) =>
      row(
        described(text, document, correction),
        idle.has(index) ? "It changes nothing at the moment." : "",
        leadsTo(correction.at),
        action("Take back", () => store.update(takeBack(index))),
      ),
    );
    part("changes-list").replaceChildren(...made.reverse());
    part("changes-none").hidden = made.length > 0;
    part("changes-lost").hidden = lost.length === 0;
    part("changes-lost-list").replaceChildren(
      ...lost.map((orphan) => {
        const { nearest } = orphan;
        const there = nearest
          ? [leadsTo(nearest.at), action("Keep anyway", () => store.update(keepAnyway(orphan)))]
          : [];
        const now = nearest ? `Now there: ${text.slice(...nearest.at)}` : "Its passage is gone.";
        return row(
          describedLost(orphan),
          now,
          ...there,
          action("Forget", () => store.update(forget(orphan))),
        );
      }),
    );
  }

  /** @param {string} sentence @param {string} more @param {HTMLElement[]} buttons */
  function row(sentence, more, ...buttons) {
    const words = element("span", "change-words", sentence, ...(more ? [element("span", "aside", more)] : []));
    words.dir = "auto";
    for (const one of buttons) one.setAttribute("aria-label", `${one.textContent}: ${sentence}`);
    return element("li", "change", words, ...buttons);
  }

  /** @param {Range} range */
  const leadsTo = (range) =>
    button("subtle", "Go there", () => {
      dialog.close();
      jump(range);
    });

  /** @param {string} label @param {() => void} act */
  const action = (label, act) =>
    button("subtle", label, () => {
      act();
      // The button that had the focus is gone.
      if (dialog.open) part("changes-label").focus();
    });

  /** @param {State} state */
  function count({ corrections, lost }) {
    const number = corrections.length + lost.length;
    part("changes-open").hidden = number === 0;
    part("changes-open").textContent = `My changes (${number})`;
  }
  store.subscribe((state, before) => {
    if (state.corrections === before.corrections && state.lost === before.lost && state.document === before.document)
      return;
    count(state);
    if (dialog.open) draw(state);
  });
  return open;
}
