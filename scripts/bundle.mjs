// Bundles the modules and style sheets of www/ into a few files, because a browser would otherwise have to load
// a hundred, and each of them before those that it imports.

import { readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { LIBRARIES } from "./libraries.mjs";

/** @type {import("esbuild").BuildOptions} */
const COMMON = {
  bundle: true,
  write: false,
  charset: "utf8",
  minify: true,
  legalComments: "inline",
  logLevel: "warning",
};

/** Nothing is written here; esbuild wants a folder to name the files of a bundle. */
const OUT = "bundle";

/** @type {import("esbuild").BuildOptions} */
const DEFINED = {
  target: "es2022",
  // The engine would guess its address from this. The page never relies on that, and passes the files to the engine.
  define: { "import.meta.url": '""' },
};

/**
 * Bundles a module and all its imports into one classic script.
 * @param {string} entry
 * @param {string} engine the folder with the output of wasm-bindgen
 */
export async function classic(entry, engine) {
  return bundled({ ...DEFINED, entryPoints: [entry], format: "iife", plugins: [elsewhere(engine)] });
}

/**
 * Bundles a module for the web: what it imports dynamically, and what it shares with that, become files of their own in
 * parts/.
 * @param {string} entry
 * @param {string} engine the folder with the output of wasm-bindgen
 * @returns {Promise<{files: Record<string, string>, first: string[]}>} the files by name, and the names of those that the
 *   entry needs at once
 */
export async function modular(entry, engine) {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    ...DEFINED,
    entryPoints: [entry],
    format: "esm",
    plugins: [elsewhere(engine)],
    splitting: true,
    outdir: OUT,
    chunkNames: "parts/[name]-[hash]",
    metafile: true,
  });
  /** @param {string} file */
  const nameOf = (file) => path.relative(OUT, file).split(path.sep).join("/");
  const files = Object.fromEntries(outputFiles.map(({ path: file, text }) => [nameOf(file), text.trim()]));
  const imports = new Map(
    Object.entries(metafile.outputs).map(([file, { imports }]) => [
      nameOf(file),
      imports.filter(({ kind }) => kind === "import-statement").map(({ path: imported }) => nameOf(imported)),
    ]),
  );
  const needed = new Set([path.basename(entry)]);
  for (const name of needed) for (const imported of imports.get(name) ?? []) needed.add(imported);
  needed.delete(path.basename(entry));
  return { files, first: [...needed] };
}

/** Bundles style sheets into one. @param {string[]} files */
export async function styles(files) {
  const contents = files.map((file) => `@import "./${file}";`).join("\n");
  return bundled({ stdin: { contents, loader: "css", resolveDir: "." } });
}

/** @param {import("esbuild").BuildOptions} options */
async function bundled(options) {
  const { outputFiles } = await build({ ...COMMON, ...options });
  return /** @type {import("esbuild").OutputFile[]} */ (outputFiles)[0].text.trim();
}

/**
 * Resolves the two folders that www/ imports from but that are not part of it: engine/ is compiled, vendor/ holds
 * npm packages.
 * @param {string} engine the engine's folder
 * @returns {import("esbuild").Plugin}
 */
function elsewhere(engine) {
  return {
    name: "elsewhere",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/engine\/\w+\.js$/ }, ({ path: wanted }) => ({
        path: path.resolve(engine, path.basename(wanted)),
      }));
      onResolve({ filter: /\/vendor\/\w+\.js$/ }, ({ path: wanted }) => ({
        path: path.basename(wanted, ".js"),
        namespace: "vendor",
      }));
      onLoad({ filter: /./, namespace: "vendor" }, async ({ path: library }) => {
        const { name, module = name, uses, licence, needs = [] } = LIBRARIES[library];
        // The licences require that every copy includes them.
        const terms = [name, ...needs].map(
          async (one) => `/*! ${one}\n${await readFile(path.join("node_modules", one, licence), "utf8")}*/\n`,
        );
        return {
          contents: `${(await Promise.all(terms)).join("")}export { ${uses} } from "${module}";`,
          resolveDir: path.resolve("."),
        };
      });
    },
  };
}
