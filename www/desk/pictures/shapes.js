/**
 * A picture as a list of shapes, which can be shown as SVG on the page, saved as SVG, and drawn on a canvas to be saved as
 * PNG: the page's content security policy lets no picture be loaded, not even one of its own.
 *
 * @typedef {"text"|"subtle"|"rule"|"fill"|"link"|"page"} Ink
 *
 * @typedef {{kind: "rect", x: number, y: number, width: number, height: number, ink: Ink}} Rect
 * @typedef {{kind: "line", x: number, y: number, x2: number, y2: number, width: number, ink: Ink}} Line
 * @typedef {{kind: "circle", x: number, y: number, radius: number, ink: Ink}} Circle
 * @typedef {{kind: "text", x: number, y: number, text: string, size: number, anchor: "start"|"middle"|"end", ink: Ink, hasHalo?: boolean}} Words
 *   a halo in the colour of the page keeps words readable above lines
 * @typedef {{kind: "path", x: number, y: number, scale: number, data: string, width: number, ink: Ink}} Path filled, or drawn
 *   with a line of some width if that is not 0; the data are scaled, the width is not
 * @typedef {(Rect|Line|Circle|Words|Path) & {key?: number, title?: string}} Shape `key` says what it stands for
 * @typedef {{width: number, height: number, shapes: Shape[]}} Picture
 */

const SVG = "http://www.w3.org/2000/svg";
export const FONT = "system-ui, sans-serif";
/** The thickness of a halo. */
const HALO = 3;

/**
 * Paper is white, whatever the screen's colour scheme.
 * @type {Record<Ink, string>}
 */
const PAPER = {
  text: "#1b1b1f",
  subtle: "#5a5a63",
  rule: "#dcdce0",
  fill: "#0b5cad",
  link: "#85858f",
  page: "#ffffff",
};

/**
 * @param {Picture} picture
 * @param {(ink: Ink) => string} colour
 * @returns {SVGSVGElement}
 */
export function svgOf({ width, height, shapes }, colour) {
  const svg = /** @type {SVGSVGElement} */ (document.createElementNS(SVG, "svg"));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("font-family", FONT);
  svg.append(...shapes.map((shape) => elementOf(shape, colour)));
  return svg;
}

/** The picture on the page, in the colours of the page. @param {Picture} picture */
export const onPage = (picture) => svgOf(picture, (ink) => `var(--ink-${ink})`);

/** The picture as a file. @param {Picture} picture */
export function svgFile(picture) {
  const { width, height } = picture;
  const page = { kind: /** @type {const} */ ("rect"), x: 0, y: 0, width, height, ink: /** @type {const} */ ("page") };
  const svg = svgOf({ ...picture, shapes: [page, ...picture.shapes] }, (ink) => PAPER[ink]);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/**
 * @param {Shape} shape
 * @param {(ink: Ink) => string} colour
 */
function elementOf(shape, colour) {
  const ink = colour(shape.ink);
  const made = madeOf(shape);
  if (shape.key !== undefined) made.setAttribute("data-key", String(shape.key));
  if (shape.title) made.append(svgElement("title", {}, shape.title));
  return made;

  /** @param {Shape} shape */
  function madeOf(shape) {
    const { x, y } = shape;
    if (shape.kind === "rect") return svgElement("rect", { x, y, width: shape.width, height: shape.height, fill: ink });
    if (shape.kind === "circle") return svgElement("circle", { cx: x, cy: y, r: shape.radius, fill: ink });
    if (shape.kind === "path") {
      const { scale, data, width } = shape;
      /** @type {Record<string, string>} */
      const line = width === 0 ? { fill: ink } : { fill: "none", stroke: ink, "stroke-width": String(width / scale) };
      return svgElement("path", { d: data, transform: `translate(${x} ${y}) scale(${scale})`, ...line });
    }
    if (shape.kind === "line")
      return svgElement("line", { x1: x, y1: y, x2: shape.x2, y2: shape.y2, stroke: ink, "stroke-width": shape.width });
    /** @type {Record<string, string|number>} */
    const halo = shape.hasHalo
      ? { stroke: colour("page"), "stroke-width": HALO, "stroke-linejoin": "round", "paint-order": "stroke" }
      : {};
    const attributes = { x, y, "font-size": shape.size, "text-anchor": shape.anchor, fill: ink, ...halo };
    return svgElement("text", attributes, shape.text);
  }
}

/**
 * @param {string} name
 * @param {Record<string, string|number>} attributes
 * @param {string} [text]
 */
function svgElement(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes))
    made.setAttribute(attribute, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
  made.textContent = text;
  return made;
}

/**
 * The picture as a PNG file, at twice its size so that it can be printed.
 * @param {Picture} picture
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function pngFile({ width, height, shapes }) {
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser cannot draw");
  context.scale(2, 2);
  context.fillStyle = PAPER.page;
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) paint(context, shape);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the picture is too large for this browser");
  return new Uint8Array(await /** @type {Blob} */ (blob).arrayBuffer());
}

/** @param {CanvasRenderingContext2D} context @param {Shape} shape */
function paint(context, shape) {
  const { x, y } = shape;
  context.fillStyle = context.strokeStyle = PAPER[shape.ink];
  if (shape.kind === "path") return paintPath(context, shape);
  if (shape.kind === "rect") context.fillRect(x, y, shape.width, shape.height);
  else if (shape.kind === "text") {
    context.font = `${shape.size}px ${FONT}`;
    context.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
    if (shape.hasHalo) {
      context.lineWidth = HALO;
      context.lineJoin = "round";
      context.strokeStyle = PAPER.page;
      context.strokeText(shape.text, x, y);
    }
    context.fillText(shape.text, x, y);
  } else {
    context.beginPath();
    if (shape.kind === "circle") context.arc(x, y, shape.radius, 0, 2 * Math.PI);
    else {
      context.lineWidth = shape.width;
      context.moveTo(x, y);
      context.lineTo(shape.x2, shape.y2);
    }
    shape.kind === "circle" ? context.fill() : context.stroke();
  }
}

/** @param {CanvasRenderingContext2D} context @param {Path} path */
function paintPath(context, { x, y, scale, data, width }) {
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.lineWidth = width / scale;
  const path = new Path2D(data);
  width === 0 ? context.fill(path) : context.stroke(path);
  context.restore();
}
