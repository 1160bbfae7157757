// Builds both forms of the page: dist/ for hosting, and dist/newsmark.html, a single file that contains
// everything the page needs.

import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { classic, modular, styles } from "./bundle.mjs";
import { withVersions, writeSums } from "./facts.mjs";
import { sha256 } from "./files.mjs";
import { partsOfPage, texts } from "./licences.mjs";
import { writeServiceWorker } from "./offline.mjs";

const page = "www";
/**
 * Length of the model's pieces in the single file: the browser decodes one piece while it loads the next. It is a
 * multiple of four, so that each piece is valid base64.
 */
const PIECE = 1 << 18;
const WORKERS = [
  "worker/worker.js",
  "export/worker.js",
  "import/extract-worker.js",
  "import/document-worker.js",
  "desk/run/worker.js",
  "desk/collect/worker.js",
  "desk/search/worker.js",
  "places/worker.js",
];
/** Loaded with the desk; the single file has it from the start. */
const DESK_STYLE = "desk/style.css";
const SHEETS = /(<link rel="stylesheet"[^>]*>\s*)+/;

const { values } = parseArgs({
  options: { engine: { type: "string" }, model: { type: "string" }, out: { type: "string" } },
});
const { engine, model, out } = /** @type {{engine: string, model: string, out: string}} */ (values);

const licences = `${await readFile("NOTICE", "utf8")}\n${await texts(await partsOfPage())}`;
await empty(out);
const html = await hosted();
await oneFile(html);
await writeSums(out, engine);

/** Keeps the folder itself, because a server may be running in it. */
async function empty(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true });
}

/** Writes the hosted page. Returns index.html with its versions. */
async function hosted() {
  for (const name of ["icon.svg", "icons", "manifest.webmanifest"])
    await cp(path.join(page, name), path.join(out, name), { recursive: true });
  for (const name of [
    "newsmark_bg.wasm",
    "corrections_bg.wasm",
    "export_bg.wasm",
    "extract_bg.wasm",
    "documents_bg.wasm",
    "places_bg.wasm",
  ])
    await cp(path.join(engine, name), path.join(out, "engine", name));
  await cp(model, path.join(out, "engine", "newsmark.model"));
  for (const [name, text] of Object.entries(await modular(`${page}/app.js`, engine))) await write(name, text);
  for (const name of WORKERS) await write(name, await classic(`${page}/${name}`, engine));
  await write("style.css", await inlineStyles());
  await write(DESK_STYLE, await styles([`${page}/${DESK_STYLE}`]));
  await write("licences.txt", licences);

  const html = await withVersions(await readFile(path.join(page, "index.html"), "utf8"), { engine, model, out });
  await write("index.html", replaced(html, SHEETS, '<link rel="stylesheet" href="style.css">\n'));
  await writeServiceWorker(path.join(page, "offline/service-worker.js"), out);
  return html;
}

/** @param {string} name @param {string} text */
async function write(name, text) {
  const file = path.join(out, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${text}\n`);
}

/** @param {string} html */
async function oneFile(html) {
  const style = `${await inlineStyles()}${await styles([`${page}/${DESK_STYLE}`])}`;
  const script = await classic(`${page}/app.js`, engine);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types newsmark",
  ].join("; ");
  // The page is shown and its worker starts before the browser has loaded the model, which takes several megabytes. The
  // engine is compiled in the meantime. The parts that are needed later come last.
  const worker = embedded("worker", await classic(`${page}/worker/worker.js`, engine));
  const rest = [
    embedded("wasm", packed(await readFile(path.join(engine, "newsmark_bg.wasm")))),
    ...pieces(packed(await readFile(model))).map((piece) => embedded("model", piece)),
    embedded("corrections", packed(await readFile(path.join(engine, "corrections_bg.wasm")))),
    embedded("exporter", await classic(`${page}/export/worker.js`, engine)),
    embedded("exports", packed(await readFile(path.join(engine, "export_bg.wasm")))),
    embedded("extractor", await classic(`${page}/import/extract-worker.js`, engine)),
    embedded("extract", packed(await readFile(path.join(engine, "extract_bg.wasm")))),
    embedded("document-reader", await classic(`${page}/import/document-worker.js`, engine)),
    embedded("documents", packed(await readFile(path.join(engine, "documents_bg.wasm")))),
    embedded("desk-annotator", await classic(`${page}/desk/run/worker.js`, engine)),
    embedded("desk-collector", await classic(`${page}/desk/collect/worker.js`, engine)),
    embedded("desk-search", await classic(`${page}/desk/search/worker.js`, engine)),
    embedded("gazetteer", await classic(`${page}/places/worker.js`, engine)),
    embedded("places", packed(await readFile(path.join(engine, "places_bg.wasm")))),
    embedded("licences", packed(licences)),
  ];
  const icon = await readFile(path.join(page, "icon.svg"), "base64");

  html = replaced(html, /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*/, policy);
  html = replaced(html, /(?<=<link rel="icon"[^>]* href=")[^"]*/, `data:image/svg+xml;base64,${icon}`);
  html = replaced(html, /<link rel="manifest"[^>]*>\s*/, "");
  html = replaced(html, /(<link rel="preload"[^>]*>\s*)+/, "");
  html = replaced(html, SHEETS, `<style>${style}</style>\n`);
  html = replaced(html, /<script type="module"[^>]*><\/script>\s*/, "");
  html = replaced(html, /<\/body>/, [worker, `<script>${script}</script>`, ...rest, "</body>"].join("\n"));
  await writeFile(path.join(out, "newsmark.html"), html);
}

/** All style sheets of index.html, in order. */
async function inlineStyles() {
  const html = await readFile(path.join(page, "index.html"), "utf8");
  const names = [...html.matchAll(/<link rel="stylesheet" href="([^"]*)">/g)].map((match) => match[1]);
  return styles(names.map((name) => `${page}/${name}`));
}

function packed(content) {
  return gzipSync(content, { level: 9 }).toString("base64");
}

/** Splits base64 into pieces that can be decoded separately. */
function pieces(base64) {
  return base64.match(new RegExp(`.{1,${PIECE}}`, "g"));
}

function embedded(name, text) {
  if (/<\/script|<!--/i.test(text)) throw new Error(`${name} contains markup that would end its script element`);
  return `<script type="text/plain" data-embedded="${name}">${text}</script>`;
}

function hash(text) {
  return `'sha256-${sha256(text, "base64")}'`;
}

function replaced(html, pattern, by) {
  if (!pattern.test(html)) throw new Error(`${page}/index.html does not match ${pattern}`);
  return html.replace(pattern, () => by);
}
