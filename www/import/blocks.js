/**
 * The text of an HTML tree that nothing renders: a paragraph, a heading, an item is a line of its own,
 * as it is on the screen, and what is no part of an article's text is left out. The tree stays as it is;
 * nothing in it is run or fetched.
 */

const LEFT_OUT = [
  "head, script, style, noscript, template, nav, aside, dialog, menu",
  "button, input, select, textarea, datalist, label",
  "svg, math, canvas, iframe, object, embed, audio, video, map, progress, meter",
  "[hidden], [aria-hidden=true], [role=navigation], [role=search], [role=dialog], [role=complementary], [role=contentinfo]",
].join(", ");

/** Words in class names and ids of what stands around an article. */
const AROUND =
  /(?:^|[-_\s])(?:shar(?:e|ing)|social|newsletter|related|recommended|promo|advert(?:isement)?|cookies?|consent|breadcrumbs?|comments|paywall|sr-only|visually-hidden|screen-reader-text|skip-link)(?:[-_\s]|$)/i;
const INVISIBLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const AS_WRITTEN = /(?:^|;)\s*white-space(?:-collapse)?\s*:\s*(?:pre|preserve|break-spaces)/i;

/** Elements with a blank line around them, and those that only begin on a new line. */
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

/** What shows that markup was made of blocks and is not only coloured text. */
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
   * @param {boolean} asWritten spaces and line breaks count
   * @param {number} quoted how many <q> there are around it
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
    out.separate(space);
    // A browser draws these marks; they are in no text.
    if (name === "Q") out.add(quoted % 2 ? "‘" : "“", true);
    walk(element, kept, name === "Q" ? quoted + 1 : quoted);
    if (name === "Q") out.add(quoted % 2 ? "’" : "”", true);
    if ((name === "TD" || name === "TH") && element.nextElementSibling) out.add("\t", true);
    out.separate(space);
  }

  /** @param {Element} element @param {string} name */
  function leftOut(element, name) {
    if (element.matches(LEFT_OUT) || INVISIBLE.test(element.getAttribute("style") ?? "")) return true;
    // A quotation's footer says whose it is, any other one whose the page is.
    if (name === "FOOTER") return !element.closest("blockquote, figure");
    // The names are only believed of a part: they also stand on the element that holds everything.
    const around = AROUND.test(`${element.getAttribute("class") ?? ""} ${element.id}`) || name === "FORM";
    return around && (element.textContent?.length ?? 0) < whole / 3;
  }
}

/** Lines of text, with no more space between the words than one sees. */
class Lines {
  /** @type {string[]} */
  #parts = [];
  /** Line breaks that are due before the next word. */
  #due = 0;
  #space = false;

  /** @param {string} text @param {boolean} asWritten */
  add(text, asWritten) {
    if (asWritten) {
      // Between blocks it is only the markup's own layout.
      const layout = this.#due > 0 && text.trim() === "";
      if (text !== "" && !layout) this.#push(text.replace(/\r\n?/g, "\n"));
      return;
    }
    // Not \s: a no-break space is a letter of the text.
    const words = text.replace(/[ \t\n\r\f]+/g, " ");
    const bare = words.replace(/^ | $/g, "");
    if (words.startsWith(" ")) this.#space = true;
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

  /** At least so many line breaks. @param {number} breaks */
  separate(breaks) {
    this.#due = Math.max(this.#due, breaks);
  }

  /** One line break more, up to a blank line. */
  breakLine() {
    this.#due = Math.min(this.#due + 1, 2);
  }

  text() {
    return this.#parts.join("").replace(/[ \t]+$/gm, "");
  }
}
