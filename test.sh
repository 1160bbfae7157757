#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test: Rust, the wasm build under node, the page in
# Chromium and Firefox.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/scripts/tools.sh"

need_rust
need_browsers chromium firefox
# It reads back what the page prints.
has pdftotext || debian poppler-utils || fail "poppler-utils cannot be installed. On Debian: apt-get install poppler-utils"
./build.sh

say "types of the page's modules"
node_modules/.bin/tsc -p .

say "Rust"
cargo test --quiet --locked </dev/null

say "page, wasm build, and what is handed out"
node --test --test-reporter=spec tests/page/*.test.mjs tests/wasm/*.test.mjs tests/build/*.test.mjs

say "browsers"
node --test --test-reporter=spec --test-concurrency=1 tests/browser/*.test.mjs

say "npm package"
node --test --test-reporter=spec --test-concurrency=1 tests/module/*.test.mjs

say "exports, opened by the programs that they are for"
tests/formats/run.sh

say "Apache Spark"
tests/spark/run.sh

# Elsewhere a machine may be of another kind than those that the bounds were measured on.
if [ "${NEWSMARK_CI:-}" = 1 ]; then
  say "benchmark, the short form"
  npm ci --prefix bench --ignore-scripts --silent </dev/null || fail "npm ci failed in bench. It needs a connection to an npm registry."
  node bench/run.mjs --short --check --rounds 7
fi

say "the same source gives the same bytes"
scripts/reproduce.sh

say "all tests passed"
