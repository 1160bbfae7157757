// What the browser loads, made of the modules and style sheets of www/: few files instead of a hundred,
// because a page waits for each of them, and then for those that it names.

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
 * A module and all that it imports, as one classic script.
 * @param {string} entry
 * @param {string} engine the folder of what wasm-bindgen has made
 */
export async function classic(entry, engine) {
  return bundled({ entryPoints: [entry], format: "iife", plugins: [elsewhere({ engine })] });
}

/**
 * A module and all that it imports at once. The libraries that it imports when it needs them stay files
 * of their own, in vendor/.
 * @param {string} entry
 * @param {string} engine the folder of what wasm-bindgen has made
 * @returns {Promise<Record<string, string>>} the files by their names; the entry's is its own
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

/** Style sheets as one. @param {string[]} files */
export async function styles(files) {
  const contents = files.map((file) => `@import "./${file}";`).join("\n");
  return bundled({ stdin: { contents, loader: "css", resolveDir: "." } });
}

/** @param {import("esbuild").BuildOptions} options */
async function bundled(options) {
  const { outputFiles } = await build({
    ...COMMON,
    target: options.stdin?.loader === "css" ? undefined : "es2022",
    // The engine's own guess at its address, which is never used: it is given what it needs.
    define: { "import.meta.url": '""' },
    ...options,
  });
  return /** @type {import("esbuild").OutputFile[]} */ (outputFiles)[0].text.trim();
}

/**
 * The two folders that www/ imports from and has not: engine/ is what the compiler made, vendor/ are packages.
 * @param {{engine?: string, later?: Set<string>}} places where the engine is; a set to which libraries
 *   that need not be there at once are added, if they shall not be
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
        // Their licences ask to go with every copy.
        const terms = await readFile(path.join("node_modules", name, licence), "utf8");
        return {
          contents: `/*! ${name}\n${terms}*/\nexport { ${uses} } from "${name}";`,
          resolveDir: path.resolve("."),
        };
      });
    },
  };
}
