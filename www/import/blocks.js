/**
 * The text of an HTML tree that is not rendered: every paragraph, heading and list item becomes a line, as it would on
 * the screen, and what does not belong to an article's text is left out. The tree is not modified; nothing in it runs
 * or is fetched.
 */

const LEFT_OUT = [
  "head, script, style, noscript, template, nav, aside, dialog, menu",
  "button, input, select, textarea, datalist, label",
  "svg, math, canvas, iframe, object, embed, audio, video, map, progress, meter",
  "[hidden], [aria-hidden=true], [role=navigation], [role=search], [role=dialog], [role=complementary], [role=contentinfo]",
].join(", ");

/** Words in the class names and ids of what surrounds an article. */
const AROUND =
  /(?:^|[-_\s])(?:shar(?:e|ing)|social|newsletter|related|recommended|promo|advert(?:isement)?|cookies?|consent|breadcrumbs?|comments|paywall|sr-only|visually-hidden|screen-reader-text|skip-link)(?:[-_\s]|$)/i;
const INVISIBLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const AS_WRITTEN = /(?:^|;)\s*white-space(?:-collapse)?\s*:\s*(?:pre|preserve|break-spaces)/i;

/** Elements with a blank line around them, and elements that only start on a new line. */
const PARAGRAPHS = new Set([
  "P",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
  "UL",
  "OL",
  "DL",
  "BLOCKQUOTE",
  "PRE",
  "TABLE",
  "FIGURE",
  "HR",
  "ARTICLE",
  "SECTION",
]);
const LINES = new Set([
  "DIV",
  "LI",
  "DT",
  "DD",
  "TR",
  "CAPTION",
  "FIGCAPTION",
  "MAIN",
  "HEADER",
  "FOOTER",
  "ADDRESS",
  "CENTER",
  "FORM",
  "FIELDSET",
  "DETAILS",
  "SUMMARY",
  "BODY",
]);

/** Elements that show that markup has blocks and is not just styled text. */
export const STRUCTURE = "p, h1, h2, h3, h4, h5, h6, li, blockquote, article, section, tr";

/**
 * @param {Element} root
 * @returns {string}
 */
export function blockText(root) {
  const out = new Lines();
  const whole = root.textContent?.length ?? 0;
  walk(root, false, 0);
  return out.text();

  /**
   * @param {Element} parent
   * @param {boolean} asWritten whether spaces and line breaks count
   * @param {number} quoted the number of surrounding <q> elements
   */
  function walk(parent, asWritten, quoted) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) out.add(node.nodeValue ?? "", asWritten);
      if (node.nodeType === Node.ELEMENT_NODE) visit(/** @type {Element} */ (node), asWritten, quoted);
    }
  }

  /** @param {Element} element @param {boolean} asWritten @param {number} quoted */
  function visit(element, asWritten, quoted) {
    const name = element.nodeName.toUpperCase();
    if (name === "BR") return out.breakLine();
    if (leftOut(element, name)) return;
    const space = PARAGRAPHS.has(name) ? 2 : LINES.has(name) ? 1 : 0;
    const style = element.getAttribute("style") ?? "";
    const kept = asWritten || name === "PRE" || AS_WRITTEN.test(style);
    if (isCell(element, name)) return out.cell(() => walk(element, kept, quoted), element.nextElementSibling !== null);
    out.separate(space);
    // Browsers draw the quotation marks of <q>; the text does not contain them.
    if (name === "Q") out.add(quoted % 2 ? "‘" : "“", true);
    walk(element, kept, name === "Q" ? quoted + 1 : quoted);
    if (name === "Q") out.add(quoted % 2 ? "’" : "”", true);
    out.separate(space);
  }

  /** @param {Element} element @param {string} name */
  function leftOut(element, name) {
    if (element.matches(LEFT_OUT) || INVISIBLE.test(element.getAttribute("style") ?? "")) return true;
    // The footer of a quotation names its source; any other footer belongs to the page.
    if (name === "FOOTER") return !element.closest("blockquote, figure");
    // Class names count only for a part of the page: they also appear on the element that holds everything.
    const around = AROUND.test(`${element.getAttribute("class") ?? ""} ${element.id}`) || name === "FORM";
    return around && (element.textContent?.length ?? 0) < whole / 3;
  }
}

/** Cells with more characters than this hold text: the table is there for the layout of the page. */
const LONGEST_CELL = 120;

/**
 * Whether an element is a cell in a row of several short ones.
 * @param {Element} element
 * @param {string} name
 */
function isCell(element, name) {
  if (name !== "TD" && name !== "TH") return false;
  const cells = [...(element.parentElement?.children ?? [])];
  return cells.length > 1 && cells.every((cell) => (cell.textContent ?? "").trim().length <= LONGEST_CELL);
}

/** Collects lines of text, with no more whitespace between words than is visible. */
class Lines {
  /** @type {string[]} */
  #parts = [];
  /** The number of line breaks due before the next word. */
  #due = 0;
  #space = false;
  #inCell = false;
  /** The number of parts before the current cell. */
  #cellStart = 0;

  /** @param {string} text @param {boolean} asWritten */
  add(text, asWritten) {
    if (asWritten) {
      // Whitespace between blocks is only the layout of the markup.
      const layout = this.#due > 0 && text.trim() === "";
      if (text !== "" && !layout) this.#push(text.replace(/\r\n?/g, "\n"));
      return;
    }
    // Not \s: a no-break space is part of the text.
    const words = text.replace(/[ \t\n\r\f]+/g, " ");
    const bare = words.replace(/^ | $/g, "");
    const opensCell = this.#inCell && this.#parts.length === this.#cellStart;
    if (words.startsWith(" ") && !opensCell) this.#space = true;
    if (bare === "") return;
    this.#push(bare);
    this.#space = words.endsWith(" ");
  }

  /** @param {string} text */
  #push(text) {
    const before = this.#due > 0 ? "\n".repeat(this.#due) : this.#space ? " " : "";
    if (this.#parts.length > 0) this.#parts.push(before);
    this.#parts.push(text);
    this.#due = 0;
    this.#space = false;
  }

  /**
   * Adds a cell of a table. Its paragraphs are in one line, so that all cells of a row are.
   * @param {() => void} addContents
   * @param {boolean} hasNext whether another cell follows
   */
  cell(addContents, hasNext) {
    // Empty cells keep their column.
    if (this.#due > 0) this.#push("");
    const outer = this.#inCell;
    this.#inCell = true;
    this.#cellStart = this.#parts.length;
    addContents();
    this.#inCell = outer;
    this.#space = false;
    if (hasNext) this.#push("\t");
  }

  /** Requests at least this many line breaks. @param {number} breaks */
  separate(breaks) {
    if (this.#inCell) {
      this.#space ||= breaks > 0 && this.#parts.length > this.#cellStart;
      return;
    }
    this.#due = Math.max(this.#due, breaks);
  }

  /** Adds a line break, up to a blank line. */
  breakLine() {
    if (this.#inCell) return this.separate(1);
    this.#due = Math.min(this.#due + 1, 2);
  }

  text() {
    return this.#parts.join("").replace(/[ \t]+$/gm, "");
  }
}
