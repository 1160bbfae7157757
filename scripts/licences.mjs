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

/** What cargo makes the two WebAssembly modules of (scripts/wasm.sh). */
const WASM = ["--filter-platform", "wasm32-unknown-unknown", "--no-default-features", "--features", "engine,export"];

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
  return checked(crates(["--filter-platform", here ?? ""]));
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
    owners.set(text, [...(owners.get(text) ?? []), `${name} ${version}`.trim() + ` (${licence})`]);
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
 * The crates that are compiled into ours; not what only the compiler or a test runs.
 * @param {string[]} selection of a target and of our features
 * @returns {Part[]}
 */
function crates(selection) {
  const command = ["metadata", "--format-version", "1", "--locked", "--quiet", ...selection];
  const { packages, resolve } = JSON.parse(execFileSync("cargo", command, { encoding: "utf8", maxBuffer: 1 << 28 }));
  const crate = Object.fromEntries(packages.map((one) => [one.id, one]));
  const node = Object.fromEntries(resolve.nodes.map((one) => [one.id, one]));
  const found = new Set();
  const visit = (/** @type {string} */ id) => {
    const forTheCompiler = crate[id].targets.some(({ kind }) => kind.includes("proc-macro"));
    if (found.has(id) || forTheCompiler) return;
    found.add(id);
    for (const { pkg, dep_kinds } of node[id].deps) if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(resolve.root);
  found.delete(resolve.root);
  const parts = [...found].map((id) => crate[id]);
  parts.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  return parts.map(({ name, version, license, manifest_path }) => ({
    name,
    version,
    licence: license ?? "no licence",
    folder: path.dirname(manifest_path),
  }));
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
