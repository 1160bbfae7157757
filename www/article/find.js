/**
 * Finding words in the text. The browser's own search works as well; this one counts, takes straight
 * quotation marks for curly ones, and shows only what is in the article. What is found is painted
 * by the browser (CSS highlights), so that no mark is taken apart for it.
 *
 * @typedef {import("../document/types.js").Range} TextRange
 * @typedef {import("./article-view.js").ArticleView} ArticleView
 */

import { pageRange } from "./dom-ranges.js";
import { firstFrom, found } from "../document/search.js";
import { lineAt } from "../document/segments.js";
import { counted, figure } from "../document/words.js";
import { part } from "../dom.js";

/** @param {() => ArticleView|null} current @param {() => TextRange} seen what is on the screen */
export function mountFind(current, seen) {
  const bar = part("findbar");
  const box = /** @type {HTMLInputElement} */ (part("find"));
  /** @type {TextRange[]} */
  let places = [];
  let now = 0;
  /** Whether any of them is painted. */
  let isPainted = false;

  /** Looks for what is in the box, from what is on the screen. */
  function search() {
    const view = current();
    places = view ? found(view.text, box.value) : [];
    now = firstFrom(places, seen()[0]) % Math.max(1, places.length);
    show();
  }

  /** @param {1|-1} step */
  function go(step) {
    if (places.length === 0) return;
    now = (now + step + places.length) % places.length;
    show();
  }

  function show() {
    const count = part("find-count");
    const many = places.length > 0;
    if (box.value.trim() === "") count.textContent = "";
    else count.textContent = many ? `${figure(now + 1)} of ${counted(places.length, "place")}` : "Not in the text";
    for (const id of ["find-next", "find-previous"]) /** @type {HTMLButtonElement} */ (part(id)).disabled = !many;
    const view = current();
    if (view && many) bring(view, places[now]);
    paint();
  }

  /** Paints what is found near the window. */
  function paint() {
    const view = current();
    if (!("highlights" in CSS)) return;
    if (isPainted) for (const name of ["found", "found-now"]) CSS.highlights.delete(name);
    isPainted = false;
    if (!view || bar.hidden || places.length === 0) return;
    const [first, end] = view.near();
    if (first >= end) return;
    const near = new Highlight();
    isPainted = true;
    for (
      let i = firstFrom(places, view.lines[first].start);
      i < places.length && places[i][0] < view.lines[end - 1].next;
      i++
    ) {
      const range = i === now ? null : pageRange(view, places[i]);
      if (range) near.add(range);
    }
    const range = pageRange(view, places[now]);
    CSS.highlights.set("found", near);
    CSS.highlights.set("found-now", range ? new Highlight(range) : new Highlight());
  }

  function open() {
    if (!current()) return;
    bar.hidden = false;
    box.focus();
    box.select();
    search();
  }

  /** Closes the bar; the focus goes to where the reader was led. */
  function close() {
    if (bar.hidden) return false;
    const view = current();
    const place = places[now];
    bar.hidden = true;
    paint();
    const line = view && place ? view.put(lineAt(view.lines, place[0])).element : part("article");
    line.tabIndex = line === part("article") ? 0 : -1;
    line.focus(/** @type {FocusOptions} */ ({ preventScroll: true, focusVisible: false }));
    return true;
  }

  box.addEventListener("input", search);
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === box) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  });
  part("find-next").addEventListener("click", () => go(1));
  part("find-previous").addEventListener("click", () => go(-1));
  part("find-close").addEventListener("click", close);
  part("find-open").addEventListener("click", open);

  return {
    open,
    paint,
    /** The text is another one. */
    anew() {
      places = [];
      bar.hidden = true;
      box.value = "";
      show();
    },
  };
}

/**
 * Brings a place into the middle of the window.
 * @param {ArticleView} view
 * @param {TextRange} place
 */
function bring(view, place) {
  const { element } = view.put(lineAt(view.lines, place[0]));
  // The line is laid out first: far from the window it has only a guessed height.
  element.scrollIntoView({ block: "nearest", behavior: "instant" });
  const { top, bottom } = (pageRange(view, place) ?? element).getBoundingClientRect();
  if (top < innerHeight * 0.15 || bottom > innerHeight * 0.85)
    scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: "instant" });
}
