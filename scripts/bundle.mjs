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

/**
 * Bundles a module and all its imports into one classic script.
 * @param {string} entry
 * @param {string} engine the folder with the output of wasm-bindgen
 */
export async function classic(entry, engine) {
  return bundled({ entryPoints: [entry], format: "iife", plugins: [elsewhere({ engine })] });
}

/**
 * Bundles a module and its static imports into one module. Libraries that are imported dynamically become
 * separate files in vendor/.
 * @param {string} entry
 * @param {string} engine the folder with the output of wasm-bindgen
 * @returns {Promise<Record<string, string>>} the files by name; the entry keeps its own
 */
export async function modular(entry, engine) {
  const later = new Set();
  const files = {
    [path.basename(entry)]: await bundled({
      entryPoints: [entry],
      format: "esm",
      plugins: [elsewhere({ engine, later })],
    }),
  };
  for (const library of later) {
    const stdin = { contents: `export * from "./vendor/${library}.js";`, resolveDir: "." };
    files[`vendor/${library}.js`] = await bundled({ stdin, format: "esm", plugins: [elsewhere({})] });
  }
  return files;
}

/** Bundles style sheets into one. @param {string[]} files */
export async function styles(files) {
  const contents = files.map((file) => `@import "./${file}";`).join("\n");
  return bundled({ stdin: { contents, loader: "css", resolveDir: "." } });
}

/** @param {import("esbuild").BuildOptions} options */
async function bundled(options) {
  const { outputFiles } = await build({
    ...COMMON,
    target: options.stdin?.loader === "css" ? undefined : "es2022",
    // The engine would guess its address from this. The page never relies on that, and passes the files to the engine.
    define: { "import.meta.url": '""' },
    ...options,
  });
  return /** @type {import("esbuild").OutputFile[]} */ (outputFiles)[0].text.trim();
}

/**
 * Resolves the two folders that www/ imports from but that are not part of it: engine/ is compiled, vendor/ holds
 * npm packages.
 * @param {{engine?: string, later?: Set<string>}} options the engine's folder; a set that collects the dynamically
 *   imported libraries, which then stay out of the bundle
 * @returns {import("esbuild").Plugin}
 */
function elsewhere({ engine = "", later }) {
  return {
    name: "elsewhere",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\/engine\/\w+\.js$/ }, ({ path: wanted }) => ({
        path: path.resolve(engine, path.basename(wanted)),
      }));
      onResolve({ filter: /\/vendor\/\w+\.js$/ }, ({ path: wanted, kind }) => {
        const library = path.basename(wanted, ".js");
        if (!later || kind !== "dynamic-import") return { path: library, namespace: "vendor" };
        later.add(library);
        return { path: `./vendor/${library}.js`, external: true };
      });
      onLoad({ filter: /./, namespace: "vendor" }, async ({ path: library }) => {
        const { name, uses, licence } = LIBRARIES[library];
        // The licences require that every copy includes them.
        const terms = await readFile(path.join("node_modules", name, licence), "utf8");
        return {
          contents: `/*! ${name}\n${terms}*/\nexport { ${uses} } from "${name}";`,
          resolveDir: path.resolve("."),
        };
      });
    },
  };
}
