#!/usr/bin/env bash
# Measures the command line on two threads against spaCy's nlp.pipe on two processes, in turns, on this machine.
#
#     bench/archive/run.sh [--rounds N] [FILE.jsonl]
set -euo pipefail
here=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"

newsmark=$target/release/newsmark
[ -x "$newsmark" ] || fail "$newsmark is missing; ./build.sh makes it"
venv=$cache/bench-archive
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check -r bench/archive/requirements.txt </dev/null ||
  fail "spaCy cannot be installed; it needs a connection to a Python package index"
measure=$root/bench/archive/measure.py
cd "$here"
exec "$venv/bin/python" "$measure" "$newsmark" "$@"
