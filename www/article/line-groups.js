/**
 * Groups the lines of a long text. The browser styles, lays out and observes only the groups near the window
 * (content-visibility in style/layout.css), and it has a few hundred groups to manage instead of thousands of lines.
 */

import { element } from "../dom.js";

/** The maximum number of lines, and of characters, in a group: about two windows full. */
const LINES = 25;
const LETTERS = 6000;

/**
 * For estimating the height of a group before its first layout, in em: the height of a row, the characters in a row,
 * the space below a line.
 */
const ROW = 1.65;
const LETTERS_IN_ROW = 70;
const BELOW = 1;

export class LineGroups {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {HTMLElement[]} */
    this.elements = [];
    /** The index of the first line of each group. @type {number[]} */
    this.firsts = [];
    this.lines = 0;
    this.letters = 0;
    this.height = 0;
  }

  /**
   * Appends the next line.
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
   * The lines of the first group whose bottom edge is below a height, as the first index and the index after the last.
   * @param {number} height in the window
   * @returns {[number, number]}
   */
  around(height) {
    const index = firstBelow(height, (i) => this.elements[i], 0, this.elements.length);
    return [this.firsts[index] ?? this.lines, this.firsts[index + 1] ?? this.lines];
  }
}

/**
 * Of elements stacked vertically, the index of the first whose bottom edge is below a height.
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
