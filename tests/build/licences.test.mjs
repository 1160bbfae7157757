// Every third-party component of a build is listed and has a licence that allows its distribution.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { LIBRARIES } from "../../scripts/libraries.mjs";
import { checked, partsOfCommandLine, partsOfPage, partsOfWheel, texts } from "../../scripts/licences.mjs";
import { root } from "../support.mjs";

process.chdir(root);

/** @param {string} licence */
const part = (licence) => ({ name: "part", version: "1.0.0", licence, folder: "." });

test("a component with another licence stops the build", () => {
  for (const licence of ["MIT", "Unlicense/MIT", "GPL-3.0-only OR MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"]) {
    assert.deepEqual(checked([part(licence)]), [part(licence)]);
  }
  for (const licence of [
    "GPL-3.0-only",
    "MIT AND GPL-3.0-only",
    "CC-BY-NC-4.0",
    "SEE LICENSE IN FILE",
    "",
    "no licence",
  ]) {
    assert.throws(() => checked([part("MIT"), part(licence)]), /part 1\.0\.0 \(/, licence);
  }
});

test("the page's components are those of the lock files, with the texts of their licences", async () => {
  const parts = await partsOfPage();
  const names = parts.map(({ name }) => name);
  const locked = readFileSync("Cargo.lock", "utf8");
  for (const name of ["regex", "serde", "wasm-bindgen", "zip"]) assert.ok(names.includes(name), name);
  // Neither what only the compiler runs nor what only tests use is distributed.
  for (const name of ["syn", "serde_derive", "proptest", "clap"]) assert.ok(!names.includes(name), name);
  for (const { name, version } of parts.filter(({ folder }) => !/^(\.$|node_modules)/.test(folder))) {
    assert.ok(locked.includes(`name = "${name}"\nversion = "${version}"\n`), `${name} ${version}`);
  }
  const written = await texts(parts);
  for (const { name, version, licence } of parts)
    assert.ok(written.includes(`${`${name} ${version}`.trim()} (${licence})\n`), name);
  assert.ok(written.split("Permission is hereby granted, free of charge").length > 10);
  assert.ok(!written.includes("The Newsmark authors"), "our own licence is not listed as third-party");
});

test("the components of the command line and of the Python package may be distributed", () => {
  assert.ok(partsOfCommandLine().some(({ name }) => name === "clap"));
  assert.ok(partsOfWheel().some(({ name }) => name === "pyo3"));
});

test("NOTICE names every library in the page", () => {
  const notice = readFileSync("NOTICE", "utf8");
  for (const { name, licence } of Object.values(LIBRARIES)) {
    assert.ok(notice.includes(`${name} (`), name);
    assert.ok(readFileSync(path.join("node_modules", name, licence), "utf8").length > 200, name);
  }
});
