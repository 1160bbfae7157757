#!/usr/bin/env bash
# Measures the command line on two threads against spaCy's nlp.pipe on two processes, in turns, on this machine.
#
#     bench/archive/run.sh [--rounds N] [--threads N] [FILE.jsonl]
set -euo pipefail
here=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

newsmark=$target/release/newsmark
[ -x "$newsmark" ] || fail "$newsmark is missing; ./build.sh makes it"
python_env bench-archive bench/archive/requirements.txt spaCy "200 MB"
measure=$root/bench/archive/measure.py
cd "$here"
exec "$venv/bin/python" "$measure" "$newsmark" "$@"
