/** A picture on the page, with buttons to save it and the same facts as a table, for those who cannot see it. */

import { button, element } from "../../dom.js";
import { download } from "../../export/download.js";
import { onPage, pngFile, svgFile } from "./shapes.js";

/** How many rows the table has at most; the exports have all of them. */
const ROWS = 500;

/**
 * @param {string} name of the saved files
 * @param {(words: string) => void} say
 */
export function createFigure(name, say) {
  const frame = element("div", "picture");
  const table = element("table");
  const facts = element("details", "picture-table", element("summary", "", "The same as a table"), table);
  const saving = element(
    "div",
    "actions",
    button("", "Save as SVG", () =>
      save("svg", "image/svg+xml", (picture) => new TextEncoder().encode(svgFile(picture))),
    ),
    button("", "Save as PNG", () => save("png", "image/png", pngFile)),
  );
  const root = element("figure", "picture-figure", frame, saving, facts);
  /** @type {import("./shapes.js").Picture|null} */
  let shown = null;

  /**
   * @param {string} extension
   * @param {string} type
   * @param {(picture: import("./shapes.js").Picture) => Uint8Array<ArrayBuffer>|Promise<Uint8Array<ArrayBuffer>>} write
   */
  async function save(extension, type, write) {
    if (!shown) return;
    try {
      download({ name: `${name}.${extension}`, type, bytes: await write(shown) });
      say(`Saved as ${name}.${extension}.`);
    } catch (error) {
      say(`The picture could not be saved (${error instanceof Error ? error.message : error}).`);
    }
  }

  return {
    root,
    frame,

    /**
     * @param {import("./shapes.js").Picture} picture
     * @param {string} label what it shows
     * @param {string[]} heads of the table
     * @param {(string|number|Node)[][]} rows
     */
    show(picture, label, heads, rows) {
      shown = picture;
      const svg = onPage(picture);
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", `${label} The table below says the same.`);
      frame.replaceChildren(svg);
      table.replaceChildren(element("caption", "", label), headOf(heads), bodyOf(rows.slice(0, ROWS)));
      saving.hidden = facts.hidden = false;
      return svg;
    },

    /** @param {string} words why there is no picture */
    empty(words) {
      shown = null;
      frame.replaceChildren(element("p", "desk-message", words));
      saving.hidden = facts.hidden = true;
    },
  };
}

/** @param {string[]} heads */
function headOf(heads) {
  const cells = heads.map((head) => {
    const cell = element("th", "", head);
    cell.scope = "col";
    return cell;
  });
  return element("thead", "", element("tr", "", ...cells));
}

/** @param {(string|number|Node)[][]} rows */
const bodyOf = (rows) =>
  element(
    "tbody",
    "",
    ...rows.map((cells) =>
      element(
        "tr",
        "",
        ...cells.map((cell) =>
          element("td", typeof cell === "number" ? "number" : "", typeof cell === "number" ? String(cell) : cell),
        ),
      ),
    ),
  );
