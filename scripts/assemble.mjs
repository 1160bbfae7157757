// Puts the page together in its two forms: dist/ as it is hosted, and dist/newsmark.html, the same
// page with everything that it needs inside.

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { writeServiceWorker } from "./offline.mjs";
import { LIBRARIES } from "./libraries.mjs";

const page = "www";

const { values } = parseArgs({
  options: { engine: { type: "string" }, model: { type: "string" }, out: { type: "string" } },
});
const { engine, model, out } = /** @type {{engine: string, model: string, out: string}} */ (values);

await empty(out);
await hosted();
await oneFile();

/** The folder itself stays: a server may be running in it. */
async function empty(folder) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true });
}

async function hosted() {
  await cp(page, out, { recursive: true, filter: (file) => !file.endsWith(".d.ts") });
  for (const name of ["newsmark.js", "newsmark_bg.wasm", "export.js", "export_bg.wasm"]) {
    await cp(path.join(engine, name), path.join(out, "engine", name));
  }
  await cp(model, path.join(out, "engine", "newsmark.model"));
  await libraries();
  await writeServiceWorker(out);
}

/** A page without a bundler cannot name a package, only a file; and some packages are no ES modules. */
async function libraries() {
  for (const [file, { name, uses, licence }] of Object.entries(LIBRARIES)) {
    await build({
      stdin: { contents: `export { ${uses} } from "${name}";`, resolveDir: "." },
      outfile: path.join(out, "vendor", `${file}.js`),
      // Their licences ask to go with every copy.
      banner: { js: `/*! ${name}\n${await readFile(path.join("node_modules", name, licence), "utf8")}*/` },
      bundle: true,
      format: "esm",
      target: "es2022",
      charset: "utf8",
      minify: true,
      legalComments: "inline",
      logLevel: "warning",
    });
  }
}

async function oneFile() {
  const style = await inlineStyles();
  const script = await bundle("app.js");
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const data = [
    embedded("worker", await bundle("worker/worker.js")),
    embedded("wasm", packed(await readFile(path.join(engine, "newsmark_bg.wasm")))),
    embedded("model", packed(await readFile(model))),
    embedded("exporter", await bundle("export/worker.js")),
    embedded("exports", packed(await readFile(path.join(engine, "export_bg.wasm")))),
  ];
  const icon = await readFile(path.join(page, "icon.svg"), "base64");

  let html = await readFile(path.join(page, "index.html"), "utf8");
  html = replaced(html, /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*/, policy);
  html = replaced(html, /(?<=<link rel="icon"[^>]* href=")[^"]*/, `data:image/svg+xml;base64,${icon}`);
  html = replaced(html, /<link rel="manifest"[^>]*>\s*/, "");
  html = replaced(html, /(<link rel="stylesheet"[^>]*>\s*)+/, `<style>${style}</style>\n`);
  html = replaced(html, /<script type="module"[^>]*><\/script>\s*/, "");
  // Last in the body: the page can be seen before the megabytes of the model are read.
  html = replaced(html, /<\/body>/, [...data, `<script>${script}</script>`, "</body>"].join("\n"));
  await writeFile(path.join(out, "newsmark.html"), html);
}

/** All style sheets of index.html, in its order. */
async function inlineStyles() {
  const html = await readFile(path.join(page, "index.html"), "utf8");
  const names = [...html.matchAll(/<link rel="stylesheet" href="([^"]*)">/g)].map((match) => match[1]);
  const sheets = await Promise.all(names.map((name) => readFile(path.join(page, name), "utf8")));
  return sheets.join("\n");
}

/** A module and all that it imports, as one classic script: a module cannot be had from file://. */
async function bundle(entry) {
  const result = await build({
    absWorkingDir: path.resolve(out),
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "inline",
    // The engine's own guess at its address, which is never used: it is given its bytes.
    define: { "import.meta.url": '""' },
    logLevel: "warning",
  });
  return result.outputFiles[0].text.trim();
}

function packed(bytes) {
  return gzipSync(bytes, { level: 9 }).toString("base64");
}

function embedded(name, text) {
  if (/<\/script|<!--/i.test(text)) throw new Error(`${name} would end its own element`);
  return `<script type="text/plain" data-embedded="${name}">${text}</script>`;
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function replaced(html, pattern, by) {
  if (!pattern.test(html)) throw new Error(`${page}/index.html has nothing like ${pattern}`);
  return html.replace(pattern, () => by);
}
