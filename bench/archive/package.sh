#!/usr/bin/env bash
# Measures the Python package against the command line, with two threads each. They take turns.
#
#     bench/archive/package.sh [--rounds N] [--threads N] [FILE.jsonl]
set -euo pipefail
here=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

newsmark=$target/release/newsmark
[ -x "$newsmark" ] || fail "$newsmark is missing; run ./build.sh"
scripts/wheel.sh
python_env bench-package scripts/wheel-requirements.txt "an environment for the package" "50 MB"
pip install --force-reinstall --no-deps "$target"/wheels/newsmark-*.whl || fail "the wheel cannot be installed; see .cache/bench-package.log"
measure=$root/bench/archive/package.py
cd "$here"
exec "$venv/bin/python" "$measure" "$newsmark" "$@"
