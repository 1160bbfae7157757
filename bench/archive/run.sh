#!/usr/bin/env bash
# Measures the command line with two threads against spaCy's nlp.pipe with two processes. They take turns.
#
#     bench/archive/run.sh [--rounds N] [--threads N] [FILE.jsonl]
set -euo pipefail
here=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

newsmark=$target/release/newsmark
[ -x "$newsmark" ] || fail "$newsmark is missing; run ./build.sh"
python_env bench-archive bench/archive/requirements.txt spaCy "200 MB"
measure=$root/bench/archive/measure.py
cd "$here"
exec "$venv/bin/python" "$measure" "$newsmark" "$@"
