#!/usr/bin/env bash
# Measures Newsmark against what people would use instead, on this machine, in one run.
#
#     ./bench.sh [--rounds N] [--json FILE]
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/scripts/tools.sh"

need_browsers chromium
./build.sh
say "installing what is compared with (npm)"
npm ci --prefix bench --ignore-scripts --silent </dev/null || fail "npm ci failed in bench. It needs a connection to an npm registry."
exec node bench/run.mjs "$@"
