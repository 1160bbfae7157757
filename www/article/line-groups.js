/**
 * The lines of a long text in stretches. The browser styles, lays out and watches only the stretches that
 * are near the window (content-visibility in style/layout.css), and has a few hundred of them to look
 * after instead of thousands of lines.
 */

import { element } from "../dom.js";

/** A stretch has so many lines, or letters: about two windows full. */
const LINES = 25;
const LETTERS = 6000;

/** For the height of a stretch that was never laid out, in em: a row, its letters, the space below a line. */
const ROW = 1.65;
const LETTERS_IN_ROW = 70;
const BELOW = 1;

export class LineGroups {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {HTMLElement[]} */
    this.elements = [];
    /** The first line of each. @type {number[]} */
    this.firsts = [];
    this.lines = 0;
    this.letters = 0;
    this.height = 0;
  }

  /**
   * Puts the next line in.
   * @param {HTMLElement} line
   * @param {number} letters
   */
  add(line, letters) {
    const open =
      this.elements.length > 0 && this.lines - this.firsts[this.firsts.length - 1] < LINES && this.letters < LETTERS;
    if (!open) {
      this.elements.push(element("div", "line-group"));
      this.firsts.push(this.lines);
      [this.letters, this.height] = [0, 0];
    }
    const stretch = this.elements[this.elements.length - 1];
    stretch.append(line);
    if (!open) this.root.append(stretch);
    this.lines += 1;
    this.letters += letters;
    this.height += Math.ceil(letters / LETTERS_IN_ROW) * ROW + BELOW;
    stretch.style.containIntrinsicBlockSize = `auto ${Math.round(this.height)}em`;
  }

  /**
   * The lines of the first stretch that ends below a height: the first line, and the one after the last.
   * @param {number} height in the window
   * @returns {[number, number]}
   */
  around(height) {
    const index = firstBelow(height, (i) => this.elements[i], 0, this.elements.length);
    return [this.firsts[index] ?? this.lines, this.firsts[index + 1] ?? this.lines];
  }
}

/**
 * Of elements that stand one below the other, the first that ends below a height.
 * @param {number} height in the window
 * @param {(index: number) => HTMLElement} at
 * @param {number} low
 * @param {number} high
 */
export function firstBelow(height, at, low, high) {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle).getBoundingClientRect().bottom > height) high = middle;
    else low = middle + 1;
  }
  return low;
}
