#!/usr/bin/env bash
# Compares Newsmark's speed with that of the alternatives, on this machine, in one run.
#
#     ./bench.sh [--rounds N] [--json FILE]
#
# With --short, it takes half a minute and measures only what a change to the code is likely to slow down. With --check as
# well, it fails if a result is outside the limits of bench/expected.json.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/scripts/tools.sh"

need_browsers chromium
./build.sh
say "installing the alternatives (npm)"
npm ci --prefix bench --ignore-scripts --silent </dev/null || fail "npm ci failed in bench. It needs a connection to an npm registry."
node bench/run.mjs "$@"
case " $* " in *" --short "*) exit ;; esac

say "the command line against spaCy, one thread"
bench/archive/run.sh --threads 1

# Speed must not cost accuracy unnoticed.
newsmark=$target/release/newsmark
data=$root/../shared/data
if [ -d "$data" ]; then
  say "accuracy of this build, on the development splits"
  "$newsmark" evaluate ner "$data/ner/ontonotes/dev.jsonl"
  "$newsmark" evaluate quotes "$data/quotes/polnear/dev.jsonl"
else
  say "accuracy of this build, on the few articles of tests/data"
  "$newsmark" evaluate ner tests/data/sample.jsonl
  "$newsmark" evaluate quotes tests/data/sample.jsonl
fi
