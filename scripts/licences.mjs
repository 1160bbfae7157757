// Third-party components of the page, the npm package, the Python package and the command line. The build fails if one of them has a
// licence that is not listed below. It collects the texts of all licences in one file, because most licences require
// it. cargo-deny would check only the crates, and takes longer to compile than all of Newsmark.

import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import satisfies from "spdx-satisfies";
import { LIBRARIES } from "./libraries.mjs";

/** SPDX identifiers of licences that allow everybody to use, change and redistribute a component with its licence. */
const ALLOWED = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  // Of the parser of style sheets and selectors. Its files are used unchanged, and NOTICE says where they are.
  "MPL-2.0",
  "Unicode-3.0",
  "Unlicense",
  "Zlib",
];

/** Options for `cargo tree` that select the crate of the WebAssembly modules (scripts/wasm.sh). */
const WASM = ["--package", "newsmark-wasm", "--target", "wasm32-unknown-unknown", "--all-features"];

/**
 * A third-party component.
 * @typedef {Object} Part
 * @property {string} name
 * @property {string} version
 * @property {string} licence an SPDX expression
 * @property {string} folder its folder on this computer
 * @property {string} [terms] the file with its licence, if it cannot be found by its name
 */

/**
 * It is compiled into everything, but does not come from a registry.
 * @type {Part}
 */
const STANDARD_LIBRARY = {
  name: "the standard library of Rust",
  version: "",
  licence: "MIT OR Apache-2.0",
  folder: ".",
  terms: "LICENSE-APACHE",
};

/** The components of the npm package. @returns {Part[]} */
export function partsOfPackage() {
  return checked([STANDARD_LIBRARY, ...crates(WASM)]);
}

/** The components of the page. @returns {Promise<Part[]>} */
export async function partsOfPage() {
  return [...partsOfPackage(), ...checked(await libraries())];
}

/** The components of the command line on this platform. @returns {Part[]} */
export const partsOfCommandLine = () => nativeParts("newsmark-cli");

/** The components of the Python package on this platform. @returns {Part[]} */
export const partsOfWheel = () => [STANDARD_LIBRARY, ...nativeParts("newsmark-python")];

/** @param {string} crate */
function nativeParts(crate) {
  const [, here] = /^host: (.*)$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" })) ?? [];
  return checked(crates(["--package", crate, "--target", here ?? ""]));
}

/**
 * Returns the components, if all of them may be redistributed.
 * @param {Part[]} parts
 */
export function checked(parts) {
  const refused = parts.filter(({ licence }) => !allowed(licence));
  if (refused.length === 0) return parts;
  const named = refused.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join(", ");
  throw new Error(`scripts/licences.mjs does not allow these licences: ${named}`);
}

/** @param {string} licence */
function allowed(licence) {
  try {
    // Old crates write a slash instead of OR.
    return satisfies(licence.replaceAll("/", " OR "), ALLOWED);
  } catch {
    return false;
  }
}

/**
 * The texts of the components' licences. A text that several components share appears once.
 * @param {Part[]} parts
 */
export async function texts(parts) {
  /** @type {Map<string, string[]>} */
  const owners = new Map();
  for (const { name, version, licence, folder, terms } of parts) {
    const text = (await textIn(folder, terms)) ?? (await sameText(licence, parts));
    if (text === null) throw new Error(`no licence in ${folder}`);
    owners.set(text, [...(owners.get(text) ?? []), `${`${name} ${version}`.trim()} (${licence})`]);
  }
  const rule = "-".repeat(80);
  return [...owners].map(([text, names]) => `${rule}\n${names.join("\n")}\n${rule}\n\n${text}\n`).join("\n");
}

/**
 * The text for a component whose package lacks it: that of another component with the same licence, or the standard text
 * of the Apache License, which is the same for everybody.
 * @param {string} licence
 * @param {Part[]} parts
 */
async function sameText(licence, parts) {
  if (/\bApache-2\.0\b/.test(licence)) return textIn(".", "LICENSE-APACHE");
  for (const other of parts) {
    const text = other.licence === licence ? await textIn(other.folder, other.terms) : null;
    if (text !== null) return text;
  }
  return null;
}

/**
 * The licence under which we use a component, which may offer several, and the notices that it requires; null if its
 * package has none.
 * @param {string} folder
 * @param {string} [known]
 * @param {RegExp} [isTerms] which files have terms
 * @returns {Promise<string|null>}
 */
async function textIn(folder, known, isTerms = /^(un)?licen[cs]e|^copying|^notice/i) {
  const entries = await readdir(folder, { withFileTypes: true });
  // Some packages have a folder with one file for each of their licences.
  const inner = entries.find((entry) => entry.isDirectory() && /^licen[cs]es$/i.test(entry.name));
  if (inner && !known) return textIn(path.join(folder, inner.name), undefined, /./);
  const names = entries
    .filter((entry) => entry.isFile() && isTerms.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const terms =
    known ??
    [/mit/i, /apache/i, /licen[cs]e/i, /copying/i].map((kind) => names.find((name) => kind.test(name))).find(Boolean);
  if (!terms) return null;
  const more = known ? [] : names.filter((name) => name !== terms && /unicode|notice/i.test(name));
  const read = await Promise.all([terms, ...more].map((name) => readFile(path.join(folder, name), "utf8")));
  return read.map((text) => text.replaceAll("\r\n", "\n").trim()).join("\n\n");
}

/**
 * The crates that are compiled into one of ours, without procedural macros and test dependencies.
 * @param {string[]} selection options that select our crate, a target and features
 * @returns {Part[]}
 */
function crates(selection) {
  // `cargo tree` lists what the crate needs, `cargo metadata` the folders and licences.
  const tree = ["tree", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}", ...selection];
  const needed = new Set(
    cargo(tree)
      .split("\n")
      .map((line) => line.split(" ", 2).join(" ")),
  );
  const { packages } = JSON.parse(cargo(["metadata", "--format-version", "1"]));
  // Crates that do not come from a registry are ours.
  const others = packages.filter(({ name, version, source }) => source && needed.has(`${name} v${version}`));
  others.sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  return others.map(({ name, version, license, manifest_path }) => ({
    name,
    version,
    licence: license ?? "no licence",
    folder: path.dirname(manifest_path),
  }));
}

/** The output of cargo. @param {string[]} command */
function cargo(command) {
  return execFileSync("cargo", [...command, "--locked", "--quiet"], { encoding: "utf8", maxBuffer: 1 << 28 });
}

/** The npm packages that the page imports. @returns {Promise<Part[]>} */
async function libraries() {
  const used = Object.values(LIBRARIES)
    .flatMap(({ name, licence, needs = [] }) => [name, ...needs].map((one) => ({ name: one, licence })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    used.map(async ({ name, licence: terms }) => {
      const folder = path.join("node_modules", name);
      const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
      return { name, version, licence: license ?? "no licence", folder, terms };
    }),
  );
}
