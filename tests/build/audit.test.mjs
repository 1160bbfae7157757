// scripts/audit.sh tells three cases apart: nothing known, something known, nobody to be asked. The real tools
// need the network; here others stand in for them that print what those print.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { root } from "../support.mjs";

const tools = mkdtempSync(path.join(tmpdir(), "newsmark-"));
after(() => rmSync(tools, { recursive: true }));

const KNOWN = {
  "cargo-audit": '{"vulnerabilities":{"found":true}}',
  npm: '{"auditReportVersion":2,"vulnerabilities":{}}',
};

/** @param {Record<string, {says: string, status: number}>} standIns */
function audit(standIns) {
  for (const [name, { says, status }] of Object.entries(standIns)) {
    writeFileSync(path.join(tools, name), `#!/bin/sh\necho '${says}'\nexit ${status}\n`);
    chmodSync(path.join(tools, name), 0o755);
  }
  const { status, stderr } = spawnSync(path.join(root, "scripts/audit.sh"), {
    encoding: "utf8",
    env: { ...process.env, PATH: `${tools}:${process.env.PATH}` },
  });
  return { status, stderr };
}

const [crates, npm] = [KNOWN["cargo-audit"], KNOWN.npm];

test("what is not known to be vulnerable is said, lock file by lock file", () => {
  const { status, stderr } = audit({ "cargo-audit": { says: crates, status: 0 }, npm: { says: npm, status: 0 } });
  assert.equal(status, 0);
  for (const lock of ["Cargo.lock", "package-lock.json"])
    assert.match(stderr, new RegExp(`– ${lock}: no vulnerability is known`));
});

test("a known vulnerability of either kind is a failure", () => {
  for (const one of [
    { "cargo-audit": { says: crates, status: 1 }, npm: { says: npm, status: 0 } },
    { "cargo-audit": { says: crates, status: 0 }, npm: { says: npm, status: 1 } },
  ]) {
    const { status, stderr } = audit(one);
    assert.equal(status, 1);
    assert.match(stderr, /vulnerabilities are known/);
  }
});

test("a database that cannot be had is said, and is none", () => {
  const { status, stderr } = audit({
    "cargo-audit": { says: "", status: 1 },
    npm: { says: '{"message":"405"}', status: 1 },
  });
  assert.equal(status, 0);
  assert.match(stderr, /not asked: about Cargo\.lock/);
  assert.match(stderr, /not asked: about package-lock\.json/);
  assert.doesNotMatch(stderr, /no vulnerability/);
});
