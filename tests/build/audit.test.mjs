// scripts/audit.sh distinguishes three cases: no known vulnerability, a known vulnerability, and a database that
// cannot be reached. The real tools need the network, so fake tools print their output here.

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

/** @param {Record<string, {output: string, status: number}>} fakes */
function audit(fakes) {
  for (const [name, { output, status }] of Object.entries(fakes)) {
    writeFileSync(path.join(tools, name), `#!/bin/sh\necho '${output}'\nexit ${status}\n`);
    chmodSync(path.join(tools, name), 0o755);
  }
  const { status, stderr } = spawnSync(path.join(root, "scripts/audit.sh"), {
    encoding: "utf8",
    env: { ...process.env, PATH: `${tools}:${process.env.PATH}` },
  });
  return { status, stderr };
}

const [crates, npm] = [KNOWN["cargo-audit"], KNOWN.npm];

test("each lock file without a known vulnerability is reported", () => {
  const { status, stderr } = audit({ "cargo-audit": { output: crates, status: 0 }, npm: { output: npm, status: 0 } });
  assert.equal(status, 0);
  for (const lock of ["Cargo.lock", "package-lock.json"])
    assert.match(stderr, new RegExp(`– ${lock}: no known vulnerabilities`));
});

test("a known vulnerability in a crate or an npm package is a failure", () => {
  for (const one of [
    { "cargo-audit": { output: crates, status: 1 }, npm: { output: npm, status: 0 } },
    { "cargo-audit": { output: crates, status: 0 }, npm: { output: npm, status: 1 } },
  ]) {
    const { status, stderr } = audit(one);
    assert.equal(status, 1);
    assert.match(stderr, /known vulnerabilities/);
  }
});

test("a database that cannot be reached is reported, and is not a failure", () => {
  const { status, stderr } = audit({
    "cargo-audit": { output: "", status: 1 },
    npm: { output: '{"message":"405"}', status: 1 },
  });
  assert.equal(status, 0);
  assert.match(stderr, /not checked: Cargo\.lock/);
  assert.match(stderr, /not checked: package-lock\.json/);
  assert.doesNotMatch(stderr, /no known/);
});
