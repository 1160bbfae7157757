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
  // The names of the parts depend on the paths of the modules. They must not depend on where node_modules really is.
  preserveSymlinks: true,
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
 * Bundles a module for the web. What it imports dynamically becomes files of its own in parts/, as does what these share.
 * @param {string} entry
 * @param {string} engine the folder with the output of wasm-bindgen
 * @returns {Promise<Record<string, string>>} the files by name; the entry keeps its own
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
  const outputs = new Map(Object.entries(metafile.outputs).map(([file, output]) => [nameOf(file), output]));
  return inOneFile(path.basename(entry), files, (name) => {
    const { imports, exports } = /** @type {import("esbuild").Metafile["outputs"][string]} */ (outputs.get(name));
    const needed = imports.filter(({ kind }) => kind === "import-statement").map(({ path: file }) => nameOf(file));
    return { needed, exports };
  });
}

/**
 * Puts the files that the entry needs at once into the entry, which exports what they export. The first page waits for one
 * file, and WebKit says that a page is loaded before the imports of its module are. The files themselves remain, for those
 * that come later, and pass on what the entry exports.
 * @param {string} entry
 * @param {Record<string, string>} files
 * @param {(name: string) => {needed: string[], exports: string[]}} about
 */
async function inOneFile(entry, files, about) {
  const needed = new Set(about(entry).needed);
  for (const name of needed) for (const other of about(name).needed) needed.add(other);
  let contents = `import "./${entry}";\n`;
  const passed = { ...files };
  for (const [at, name] of [...needed].entries()) {
    const names = about(name).exports.map((one) => [one, `part${at}_${one}`]);
    contents += `export { ${names.map(([one, inEntry]) => `${one} as ${inEntry}`)} } from "./${name}";\n`;
    passed[name] = `export { ${names.map(([one, inEntry]) => `${inEntry} as ${one}`)} } from "../${entry}";`;
  }
  passed[entry] = await bundled({ ...DEFINED, stdin: { contents }, format: "esm", plugins: [inMemory(files)] });
  return passed;
}

/**
 * Resolves imports among files that exist in memory only. Those that are imported dynamically stay outside.
 * @param {Record<string, string>} files
 * @returns {import("esbuild").Plugin}
 */
const inMemory = (files) => ({
  name: "in memory",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path: wanted, importer, kind }) => {
      const name = path.posix.join(path.posix.dirname(importer || "."), wanted);
      return kind === "dynamic-import" ? { path: `./${name}`, external: true } : { path: name, namespace: "memory" };
    });
    onLoad({ filter: /./, namespace: "memory" }, ({ path: name }) => ({ contents: files[name] }));
  },
});

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
