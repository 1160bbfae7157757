#!/usr/bin/env bash
# Measures Newsmark against what people would use instead, on this machine, in one run.
#
#     ./bench.sh [--rounds N] [--json FILE]
#
# With --short, what a change of the code is likely to spoil, in half a minute; with --check too, it fails where
# bench/expected.json does not allow what comes out.
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/scripts/tools.sh"

need_browsers chromium
./build.sh
say "installing what is compared with (npm)"
npm ci --prefix bench --ignore-scripts --silent </dev/null || fail "npm ci failed in bench. It needs a connection to an npm registry."
node bench/run.mjs "$@"
case " $* " in *" --short "*) exit ;; esac

say "the command line against spaCy, one thread"
bench/archive/run.sh --threads 1

# No speed is to be bought with accuracy unseen.
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
