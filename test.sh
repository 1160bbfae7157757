#!/usr/bin/env bash
# Installs what is missing, checks formatting and lints, builds, and runs every test: Rust, the WebAssembly build in node,
# the page in Chromium, Firefox and WebKit.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/scripts/tools.sh"

need_rust
need_browsers chromium firefox webkit
# A test uses it to read the pages that the browser prints.
has pdftotext || debian poppler-utils || fail "poppler-utils cannot be installed. On Debian: apt-get install poppler-utils"
scripts/lint.sh
./build.sh

say "types: JavaScript"
node_modules/.bin/tsc -p .
node_modules/.bin/tsc -p tests

say "tests: Rust"
cargo test --quiet --locked </dev/null

say "tests: the page's modules, the WebAssembly build, the published files"
node --test --test-reporter=spec tests/page/*.test.mjs tests/wasm/*.test.mjs tests/build/*.test.mjs

say "tests: the page in browsers"
node --test --test-reporter=spec --test-concurrency=1 tests/browser/*.test.mjs

say "tests: the npm package"
node --test --test-reporter=spec --test-concurrency=1 tests/module/*.test.mjs

say "tests: the Python package"
scripts/wheel.sh
NEWSMARK_WHEEL=$(echo "$target"/wheels/newsmark-*.whl)
export NEWSMARK_WHEEL
tests/python/run.sh

say "tests: the exports in other programs"
tests/formats/run.sh

say "tests: Apache Spark"
tests/spark/run.sh

# The limits were measured on the machines of the CI. Other machines may be slower.
if [ "${NEWSMARK_CI:-}" = 1 ]; then
  say "benchmark (short)"
  npm ci --prefix bench --ignore-scripts --silent </dev/null || fail "npm ci failed in bench. It needs a connection to an npm registry."
  node bench/run.mjs --short --check --rounds 7
fi

say "reproducible build"
scripts/reproduce.sh

say "all tests passed"
