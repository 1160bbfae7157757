// What others have written of what we hand out, and under which licences. The build refuses what is under
// any but those below, and puts the texts of all into one file, because most of them ask for that.

import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import satisfies from "spdx-satisfies";
import { LIBRARIES } from "./libraries.mjs";

/** Everybody may use, change and pass on what is under them, if they go along. Names of SPDX. */
const ALLOWED = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "Unicode-3.0",
  "Unlicense",
  "Zlib",
];

/** What cargo makes the WebAssembly modules of (scripts/wasm.sh). */
const WASM = ["--package", "newsmark-wasm", "--target", "wasm32-unknown-unknown", "--all-features"];

/**
 * Something that others have written.
 * @typedef {Object} Part
 * @property {string} name
 * @property {string} version
 * @property {string} licence an expression of SPDX
 * @property {string} folder where it lies on this computer
 * @property {string} [terms] the file with its licence, where it is not to be looked for
 */

/** What is in the npm package. @returns {Part[]} */
export function partsOfPackage() {
  // It is compiled in, and comes from no registry.
  const standardLibrary = {
    name: "the standard library of Rust",
    version: "",
    licence: "MIT OR Apache-2.0",
    folder: ".",
    terms: "LICENSE-APACHE",
  };
  return checked([standardLibrary, ...crates(WASM)]);
}

/** What is in the page. @returns {Promise<Part[]>} */
export async function partsOfPage() {
  return [...partsOfPackage(), ...checked(await libraries())];
}

/** What is in the command line that is built on this computer. @returns {Part[]} */
export function partsOfCommandLine() {
  const [, here] = /^host: (.*)$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" })) ?? [];
  return checked(crates(["--package", "newsmark-cli", "--target", here ?? ""]));
}

/**
 * The parts, if all of them may be handed out.
 * @param {Part[]} parts
 */
export function checked(parts) {
  const refused = parts.filter(({ licence }) => !allowed(licence));
  if (refused.length === 0) return parts;
  const named = refused.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join(", ");
  throw new Error(`Not under a licence that scripts/licences.mjs allows: ${named}`);
}

/** @param {string} licence */
function allowed(licence) {
  try {
    // As crates wrote it before there were expressions.
    return satisfies(licence.replaceAll("/", " OR "), ALLOWED);
  } catch {
    return false;
  }
}

/**
 * The texts of the parts' licences; a text that several have is there once.
 * @param {Part[]} parts
 */
export async function texts(parts) {
  /** @type {Map<string, string[]>} */
  const owners = new Map();
  for (const { name, version, licence, folder, terms } of parts) {
    const text = await textIn(folder, terms);
    owners.set(text, [...(owners.get(text) ?? []), `${`${name} ${version}`.trim()} (${licence})`]);
  }
  const rule = "-".repeat(80);
  return [...owners].map(([text, names]) => `${rule}\n${names.join("\n")}\n${rule}\n\n${text}\n`).join("\n");
}

/**
 * The terms under which we take a part, where it leaves us the choice; and what goes along in any case.
 * @param {string} folder
 * @param {string} [known]
 */
async function textIn(folder, known) {
  const names = (await readdir(folder)).filter((name) => /^(un)?licen[cs]e|^copying|^notice/i.test(name)).sort();
  const terms =
    known ??
    [/mit/i, /apache/i, /licen[cs]e/i, /copying/i].map((kind) => names.find((name) => kind.test(name))).find(Boolean);
  if (!terms) throw new Error(`${folder} has no licence in it`);
  const more = known ? [] : names.filter((name) => name !== terms && /unicode|notice/i.test(name));
  const read = await Promise.all([terms, ...more].map((name) => readFile(path.join(folder, name), "utf8")));
  return read.map((text) => text.replaceAll("\r\n", "\n").trim()).join("\n\n");
}

/**
 * The crates that are compiled into one of ours; not what only the compiler or a test runs.
 * @param {string[]} selection of our crate, a target and features
 * @returns {Part[]}
 */
function crates(selection) {
  // `cargo tree` knows what this one crate needs, `cargo metadata` where it lies and under which licence.
  const tree = ["tree", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}", ...selection];
  const needed = new Set(
    cargo(tree)
      .split("\n")
      .map((line) => line.split(" ", 2).join(" ")),
  );
  const { packages } = JSON.parse(cargo(["metadata", "--format-version", "1"]));
  // What comes from no registry is ours.
  const others = packages.filter(({ name, version, source }) => source && needed.has(`${name} v${version}`));
  others.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  return others.map(({ name, version, license, manifest_path }) => ({
    name,
    version,
    licence: license ?? "no licence",
    folder: path.dirname(manifest_path),
  }));
}

/** What cargo prints. @param {string[]} command */
function cargo(command) {
  return execFileSync("cargo", [...command, "--locked", "--quiet"], { encoding: "utf8", maxBuffer: 1 << 28 });
}

/** The npm packages that the page's modules import. @returns {Promise<Part[]>} */
async function libraries() {
  const used = Object.values(LIBRARIES).sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    used.map(async ({ name, licence: terms }) => {
      const folder = path.join("node_modules", name);
      const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
      return { name, version, licence: license ?? "no licence", folder, terms };
    }),
  );
}
