// Assembles the npm package, ready for `npm publish`, from the modules of npm/, the engine and the model.

import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { partsOfPackage, texts } from "./licences.mjs";

const source = "npm";
/** @type {import("esbuild").BuildOptions} */
const BUNDLED = { bundle: true, charset: "utf8", target: "es2022", legalComments: "inline", logLevel: "warning" };
/** The modules that programs with `require` load, and the types that they see. */
const ENTRIES = ["node", "node-corrections", "node-documents", "node-extract", "node-places"];
const TYPES = ["index", "corrections", "document", "documents", "extract", "formats", "places"];

const { values } = parseArgs({
  options: { engine: { type: "string" }, model: { type: "string" }, out: { type: "string" } },
});
const { engine, model, out } = /** @type {{engine: string, model: string, out: string}} */ (values);

await rm(out, { recursive: true, force: true });
await mkdir(path.join(out, "engine"), { recursive: true });
for (const name of await readdir(source)) await cp(path.join(source, name), path.join(out, name));
for (const name of await readdir(engine)) {
  if (/\.(js|wasm)$/.test(name)) await cp(path.join(engine, name), path.join(out, "engine", name));
}
await cp(model, path.join(out, "engine", "newsmark.model"));
for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]) await cp(name, path.join(out, name));
await writeFile(path.join(out, "licences.txt"), await texts(partsOfPackage()));

await Promise.all([classicScript(), ...ENTRIES.map(commonJs), ...TYPES.map(commonTypes)]);

const manifest = JSON.parse(await readFile(path.join(out, "package.json"), "utf8"));
manifest.version = await crateVersion();
await writeFile(path.join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);

const readme = path.join(out, "README.md");
await writeFile(readme, await filled(await readFile(readme, "utf8")));

/** The package as one script for pages without modules, whose global variable is `newsmark`. */
async function classicScript() {
  await build({
    ...BUNDLED,
    entryPoints: [path.join(out, "classic.js")],
    outfile: path.join(out, "newsmark.min.js"),
    format: "iife",
    globalName: "newsmark",
    minify: true,
    // A script knows its address only while it runs; a content script does not have one.
    banner: {
      js: `var newsmarkHome = ${["document?.currentScript?.src", "document?.baseURI", "location.href"].map((place) => `globalThis.${place}`).join(" || ")};`,
    },
    define: { "import.meta.url": "newsmarkHome" },
  });
  await rm(path.join(out, "classic.js"));
}

/** The same module for `require`. @param {string} name */
async function commonJs(name) {
  await build({
    ...BUNDLED,
    entryPoints: [path.join(out, `${name}.js`)],
    outfile: path.join(out, `${name}.cjs`),
    format: "cjs",
    platform: "node",
    banner: { js: 'const newsmarkHome = require("node:url").pathToFileURL(__filename).href;' },
    define: { "import.meta.url": "newsmarkHome" },
  });
}

/** Types say by their name which kind of module they describe. @param {string} name */
async function commonTypes(name) {
  const types = await readFile(path.join(out, `${name}.d.ts`), "utf8");
  await writeFile(path.join(out, `${name}.d.cts`), types.replace(/(from "\.\/\w+)\.js"/g, '$1.cjs"'));
}

/** The npm package has the same version as the crate. */
async function crateVersion() {
  const [, version] = /^version = "(.*)"$/m.exec(await readFile("Cargo.toml", "utf8")) ?? [];
  if (!version) throw new Error("Cargo.toml has no version");
  return version;
}

/** Fills in file sizes: {{size FILE}} is the uncompressed size, {{brotli FILE}} the compressed one. */
async function filled(text) {
  const parts = text.split(/\{\{(size|brotli) (\S+)\}\}/);
  for (let i = 1; i < parts.length; i += 3) {
    const file = path.join(out, parts[i + 1]);
    const bytes = parts[i] === "size" ? (await stat(file)).size : brotliCompressSync(await readFile(file)).length;
    parts.splice(i, 2, bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
    i -= 1;
  }
  return parts.join("");
}
