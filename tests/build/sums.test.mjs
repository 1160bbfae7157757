// SHA256SUMS of a build, and the script that compares a hosted copy with it.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { serve } from "../../scripts/serve.mjs";
import { root } from "../support.mjs";

const dist = path.resolve(root, process.env.NEWSMARK_DIST ?? "dist");
const copy = mkdtempSync(path.join(tmpdir(), "newsmark-"));
cpSync(dist, copy, { recursive: true });
const server = await serve(copy);
after(() => {
  server.close();
  rmSync(copy, { recursive: true });
});

/** Standard output and standard error of the comparison with the copy. */
async function compared() {
  const command = [path.join(root, "scripts/check-host.mjs"), server.url, dist];
  return promisify(execFile)(process.execPath, command).then(
    ({ stdout }) => ({ stdout, stderr: "" }),
    ({ stdout, stderr }) => ({ stdout, stderr }),
  );
}

test("every file is listed, and sha256sum agrees", () => {
  const sums = readFileSync(path.join(dist, "SHA256SUMS"), "utf8");
  assert.match(sums, /^# made with rustc \S+.*, node [\d.]+\n/);
  const listed = sums
    .split("\n")
    .slice(1, -1)
    .map((line) => line.slice(66));
  const there = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "SHA256SUMS")
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)));
  assert.deepEqual(listed, there.sort());
  execFileSync("sha256sum", ["--check", "--strict", "--quiet", "SHA256SUMS"], { cwd: dist });
});

test("an exact copy passes, and changed or missing files are reported", async () => {
  assert.match((await compared()).stdout, /has the same bytes in all \d+ files/);
  appendFileSync(path.join(copy, "app.js"), "\n");
  rmSync(path.join(copy, "engine/newsmark.model"));
  const { stdout, stderr } = await compared();
  assert.equal(stdout, "");
  assert.deepEqual(
    stderr.split("\n").filter((line) => line.startsWith("✗")),
    ["✗ app.js: other bytes", "✗ engine/newsmark.model: the server answers 404"],
  );
});
